using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// Owes each active webhook what was sealed into the history since it was last told. The numbers of the history have no gaps, so that nothing is
/// lost or told twice: how far a webhook was told moves in the same save.
/// </summary>
[Needs(Right.Administer)]
public sealed record FanOutHistory : IRequest<int>;

internal sealed class FanOutHistoryHandler(ITrackerDb db, IBulkInsert bulk, TimeProvider time) : IRequestHandler<FanOutHistory, int>
{
    private const int AtOnce = 5000;

    /// <returns>How many deliveries are owed anew.</returns>
    public async Task<int> Handle(FanOutHistory command, CancellationToken ct)
    {
        var head = await db.SealedUpToAsync(ct);
        var behind = await db.Webhooks.Where(w => w.Status == WebhookStatus.Active && w.Seen < head)
            .Select(w => new Reader(w.Id, w.OrganizationId, w.EventNames, w.Seen)).ToListAsync(ct);
        var owed = 0;
        foreach (var reader in behind)
            for (var from = reader.Seen; from < head; from += AtOnce)
                owed += await TellAsync(reader, from, Math.Min(from + AtOnce, head), ct);
        return owed;
    }

    private async Task<int> TellAsync(Reader reader, long from, long to, CancellationToken ct)
    {
        var happened = await Concerning(reader).Where(h => h.Number > from && h.Number <= to).OrderBy(h => h.Number).Select(h => new { Number = h.Number!.Value, h.Event }).ToListAsync(ct);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Whoever else tells it, or enabled it anew meanwhile, was first.
        if (await db.Webhooks.Where(w => w.Id == reader.Id && w.Seen == from).ExecuteUpdateAsync(set => set.SetProperty(w => w.Seen, to), ct) == 0) return 0;
        await bulk.InsertAsync([.. happened.Select(h => WebhookDelivery.OfHistory(reader.Id, WebhookEvents.NameOf(h.Event), h.Number, now))], [], ct);
        await transaction.CommitAsync(ct);
        return happened.Count;
    }

    /// <summary>
    /// All for the secretariat. For an organization what happens to itself, to the commitments it answers for, and in the partnerships it is in: of what its
    /// officer finds in the history, all but what is seen only because it is published. Each entry is judged by look-ups, so that a webhook costs what happened.
    /// </summary>
    private IQueryable<HistoryEntry> Concerning(Reader reader)
    {
        var names = WebhookEvents.Events.Keys.Where(name => reader.Events.Count == 0 || reader.Events.Contains(WebhookEvents.NameOf(name))).ToList();
        var entries = db.History.Where(h => names.Contains(h.Event));
        if (reader.OrganizationId is not { } own) return entries;

        // The history holds plain GUIDs; the cast asks for what is stored of a typed id.
        var shared = db.Members.Where(m => m.OrganizationId == own).Select(m => (Guid?)(object)m.PartnershipId);
        return entries.Where(h => shared.Contains(h.PartnershipId) || (h.OrganizationId == own.Value && (h.CommitmentId == null
            ? h.PartnershipId == null
            : db.Commitments.Any(c => (Guid?)(object)c.Id == h.CommitmentId && c.OrganizationId == own))));
    }

    private sealed record Reader(WebhookId Id, OrganizationId? OrganizationId, IReadOnlyList<string> Events, long Seen);
}
