using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Takes a file in support of a progress report.</summary>
/// <param name="FileName">As the sender calls it; only its words are kept, the type is what the content says.</param>
/// <param name="Content">Can be read again from the start.</param>
/// <param name="Title">The file's name where nothing is said.</param>
[Needs(Right.Draft)]
public sealed record AddEvidence(CommitmentId CommitmentId, ProgressReportId ReportId, string FileName, Stream Content, string? Title = null) : IRequest<EvidenceDetails>;

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    public AddEvidenceValidator() => RuleFor(e => e.Title).OptionalLine(Evidence.TitleMaxLength);
}

internal sealed class AddEvidenceHandler(ITrackerDb db, EvidenceFiles files, ICurrentUser user, DecisionContexts contexts, IConfigurationProvider maps)
    : IRequestHandler<AddEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(AddEvidence command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == command.ReportId && r.CommitmentId == commitment.Id, ct);
        var context = await contexts.OfAsync(commitment.OrganizationId, ct);
        var evidence = await files.AddAsync(commitment, report, command.FileName, command.Content, command.Title, context, ct);
        await db.SaveChangesAsync(ct);
        return await db.Evidence.Where(e => e.Id == evidence.Id).ProjectTo<EvidenceDetails>(maps).SingleAsync(ct);
    }
}
