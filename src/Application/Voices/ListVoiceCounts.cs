using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Counts what communities say about each claim of a commitment, or about each outcome of a dialogue, the claims with the newest voices
/// first. Claims without voices are left out, and so are hidden and withdrawn voices.
/// </summary>
[Needs(Right.Read)]
public sealed record ListVoiceCounts(VoicePlace Place) : IRequest<IReadOnlyList<VoiceCount>>;

/// <summary>How many voices say what about one claim; nothing about who gave them.</summary>
/// <param name="ClaimAsOf">The day that was reported on, or of the closing.</param>
/// <param name="ClaimTitle">Only of an outcome: its title.</param>
/// <param name="Diverging">How many differ from what was reported complete, accepted, closed or agreed.</param>
public sealed record VoiceCount(
    VoiceClaimKind ClaimKind,
    Guid ClaimId,
    DateOnly? ClaimAsOf,
    string? ClaimTitle,
    int Confirms,
    int Partly,
    int Disputes,
    int CannotSay,
    int Total,
    int Diverging
);

internal sealed class ListVoiceCountsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListVoiceCounts, IReadOnlyList<VoiceCount>>
{
    public async Task<IReadOnlyList<VoiceCount>> Handle(ListVoiceCounts query, CancellationToken ct)
    {
        await db.MustSeeAsync(user, query.Place, ct);
        var counts = await db
            .Voices.WhereCounts()
            .At(query.Place)
            .GroupBy(v => new { v.ClaimKind, v.ClaimId })
            .Select(same => new
            {
                same.Key.ClaimKind,
                same.Key.ClaimId,
                Confirms = same.Count(v => v.Stance == VoiceStance.Confirms),
                Partly = same.Count(v => v.Stance == VoiceStance.Partly),
                Disputes = same.Count(v => v.Stance == VoiceStance.Disputes),
                CannotSay = same.Count(v => v.Stance == VoiceStance.CannotSay),
                Total = same.Count(),
                AsOf = same.Max(v => v.ClaimAsOf),
                Newest = same.Max(v => v.Seq),
            })
            .ToListAsync(ct);
        var diverging = await db
            .Voices.WhereDiverging(db)
            .At(query.Place)
            .GroupBy(v => v.ClaimId)
            .Select(same => new { Id = same.Key, Count = same.Count() })
            .ToDictionaryAsync(claim => claim.Id, claim => claim.Count, ct);
        var titles = await TitlesAsync(query.Place.DialogueId, ct);
        return
        [
            .. counts
                .OrderByDescending(claim => claim.Newest)
                .Select(claim => new VoiceCount(
                    claim.ClaimKind,
                    claim.ClaimId,
                    claim.AsOf,
                    titles.GetValueOrDefault(claim.ClaimId),
                    claim.Confirms,
                    claim.Partly,
                    claim.Disputes,
                    claim.CannotSay,
                    claim.Total,
                    diverging.GetValueOrDefault(claim.ClaimId)
                )),
        ];
    }

    private async Task<Dictionary<Guid, string>> TitlesAsync(DialogueId? dialogue, CancellationToken ct) =>
        dialogue is { } id
            ? await db
                .Outcomes.Where(o => o.DialogueId == id)
                .Select(o => new { o.Id, o.Title })
                .ToDictionaryAsync(o => o.Id.Value, o => o.Title, ct)
            : new Dictionary<Guid, string>();
}
