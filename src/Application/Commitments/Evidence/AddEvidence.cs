using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Adds a file as evidence of a progress report.</summary>
/// <param name="FileName">The name that the sender gave the file. The extension is replaced by that of the actual content.</param>
/// <param name="Content">A seekable stream.</param>
/// <param name="Title">The name of the file if left out.</param>
[Needs(Right.Contribute)]
public sealed record AddEvidence(
    CommitmentId CommitmentId,
    ProgressReportId ReportId,
    string FileName,
    Stream Content,
    string? Title = null
) : IRequest<EvidenceDetails>;

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    public AddEvidenceValidator() => RuleFor(e => e.Title).OptionalLine(Limits.Title);
}

internal sealed class AddEvidenceHandler(
    ITrackerDb db,
    EvidenceFiles files,
    ICurrentUser user,
    DecisionContexts contexts,
    IConfigurationProvider maps
) : IRequestHandler<AddEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(AddEvidence command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync(
            "progressReport",
            r => r.Id == command.ReportId && r.CommitmentId == commitment.Id,
            ct
        );
        var context = await contexts.OfAsync(commitment.OrganizationId, ct);
        var evidence = await files.AddAsync(commitment, report, command.FileName, command.Content, command.Title, context, ct);
        await db.SaveChangesAsync(ct);
        return await db.Evidence.Where(e => e.Id == evidence.Id).ProjectTo<EvidenceDetails>(maps).SingleAsync(ct);
    }
}
