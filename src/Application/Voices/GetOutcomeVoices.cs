using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// What communities say about outcomes of a dialogue, to be shown beside them: counts for each, and the newest voice; all read in one
/// statement.
/// </summary>
/// <param name="Dialogue">The dialogue as read for the same caller.</param>
/// <param name="OutcomeIds">Those of one page.</param>
[Needs(Right.Read)]
public sealed record GetOutcomeVoices(DialogueDetails Dialogue, IReadOnlyList<Guid> OutcomeIds)
    : IRequest<IReadOnlyDictionary<Guid, OutcomeVoices>>;

/// <param name="Newest">The newest voice on the outcome.</param>
public sealed record OutcomeVoices(ClaimVoices Counts, VoiceDetails Newest);

internal sealed class GetOutcomeVoicesHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<GetOutcomeVoices, IReadOnlyDictionary<Guid, OutcomeVoices>>
{
    public async Task<IReadOnlyDictionary<Guid, OutcomeVoices>> Handle(GetOutcomeVoices query, CancellationToken ct)
    {
        if (query.Dialogue.Status != DialogueStatus.Published || query.OutcomeIds.Count == 0)
            return new Dictionary<Guid, OutcomeVoices>();
        var (dialogue, ids) = (new DialogueId(query.Dialogue.Id), query.OutcomeIds);
        var voices = db.Voices.AsNoTracking().WhereCounts().Where(v => v.DialogueId == dialogue && ids.Contains(v.ClaimId));
        var diverging = db.Voices.WhereDiverging(db).Where(v => v.DialogueId == dialogue);
        var newest = voices.GroupBy(v => v.ClaimId).Select(same => new RowOf { Table = VoiceCounts.Newest, Seq = same.Max(v => v.Seq) });
        var (claims, some) = await VoiceCounts.ReadAsync(voices, diverging, newest, ids.Count, db, ct);
        return claims.ToDictionary(
            claim => claim.Id,
            claim => new OutcomeVoices(claim, some.First(row => row.Voice.ClaimId == claim.Id).For(user, vocabulary))
        );
    }
}
