using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The fields of a commitment in the form of a draft, so that a client can change some of them.</summary>
[Needs(Right.Contribute)]
public sealed record GetDraft(CommitmentId CommitmentId) : IRequest<CurrentDraft>;

/// <param name="Version">The version of the commitment.</param>
public sealed record CurrentDraft(CommitmentDraft Draft, int Version);

internal sealed class GetDraftHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GetDraft, CurrentDraft>
{
    public async Task<CurrentDraft> Handle(GetDraft query, CancellationToken ct)
    {
        var found = await db.GetDetailsAsync(query.CommitmentId, user, time.GetUtcNow(), ct);
        var draft = new CommitmentDraft
        {
            Title = found.Title,
            SdgTargets = found.SdgTargets,
            DueDate = found.DueDate,
            Description = found.Description,
            Pillar = found.Pillar,
            Themes = found.Themes,
            CountryCodes = found.CountryCodes,
            StartDate = found.StartDate,
            Measure = found.Measure is { } m
                ? new MeasureDraft(m.Indicator, m.Unit, m.Baseline, m.BaselineDate, m.Target, m.MeansOfVerification)
                : null,
            ReportingFrequency = found.ReportingFrequency,
            Milestones = [.. found.Milestones.Select(m => new MilestoneDraft(m.Title, m.DueDate, m.Weight, m.Id))],
            Funding = found.Funding is { } f ? new FundingDraft(f.Amount, f.Currency) : null,
            TargetGroup = found.TargetGroup,
            Place = found.Place,
            Resources = found.Resources,
            FundingStatus = found.FundingStatus,
            Risks = found.Risks,
            StatedNeed = found.StatedNeed,
        };
        return new CurrentDraft(draft, found.Version);
    }
}
