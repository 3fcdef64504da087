using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Lists the claims on which the caller may speak, of one kind, the newest first: progress reports that were not returned, commitments that
/// were closed, or outcomes of published dialogues.
/// </summary>
/// <param name="Kind">Progress reports if left out.</param>
/// <param name="CommitmentId">Only of this commitment.</param>
/// <param name="DialogueId">Only of this dialogue.</param>
[Needs(Right.AddVoice)]
public sealed record ListVoiceClaims(
    VoiceClaimKind? Kind = null,
    Guid? CommitmentId = null,
    int? Limit = null,
    string? Cursor = null,
    Guid? DialogueId = null
) : IRequest<Page<VoiceClaimDetails>>, IPaged;

internal sealed class ListVoiceClaimsValidator : AbstractValidator<ListVoiceClaims>
{
    public ListVoiceClaimsValidator()
    {
        RuleFor(q => q.Kind).IsKnownValue();
        this.Paged();
    }
}

internal sealed class ListVoiceClaimsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListVoiceClaims, Page<VoiceClaimDetails>>
{
    public async Task<Page<VoiceClaimDetails>> Handle(ListVoiceClaims query, CancellationToken ct)
    {
        var own = user.OrganizationId ?? throw AccessErrors.NotAllowed();
        var commitments = db.Commitments.AsNoTracking().SpokenOfBy(db, own).WhereNotParty(own);
        var outcomes = db.Outcomes.SpokenOfBy(db, own);
        if (query.CommitmentId is { } id)
        {
            commitments = commitments.Where(c => c.Id == new CommitmentId(id));
            outcomes = outcomes.Where(_ => false);
        }

        if (query.DialogueId is { } dialogue)
        {
            commitments = commitments.Where(_ => false);
            outcomes = outcomes.Where(o => o.DialogueId == new DialogueId(dialogue));
        }

        switch (query.Kind ?? VoiceClaimKind.ProgressReport)
        {
            case VoiceClaimKind.ProgressReport:
                var ids = commitments.Select(c => c.Id);
                return await db
                    .ProgressReports.Where(r =>
                        ids.Contains(r.CommitmentId) && r.OrganizationId != own && r.Status != ProgressReportStatus.Returned
                    )
                    .ToPageAsync(query, r => r.Seq, descending: true, rows => rows.Select(VoiceClaimRows.OfReport(db)), ct);
            case VoiceClaimKind.Closing:
                return await commitments
                    .WhereClosed()
                    .ToPageAsync(query, c => c.Seq, descending: true, rows => rows.Select(VoiceClaimRows.OfClosing(db)), ct);
            case VoiceClaimKind.Outcome:
                return await outcomes.ToPageAsync(
                    query,
                    o => o.Seq,
                    descending: true,
                    rows => rows.Select(VoiceClaimRows.OfOutcome(db)),
                    ct
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(query));
        }
    }
}
