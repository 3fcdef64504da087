using System.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// Creates deliveries for the history entries that were sealed since the last run, for each active webhook. Sealed entries have numbers
/// without gaps, and the last number processed is saved with the deliveries, so that no entry is lost or delivered twice.
/// </summary>
[Needs(Right.Administer)]
public sealed record FanOutHistory : IRequest<int>;

internal sealed class FanOutHistoryHandler(ITrackerDb db, IBulkInsert bulk, TimeProvider time) : IRequestHandler<FanOutHistory, int>
{
    private const int AtOnce = 5000;

    /// <returns>The number of deliveries created.</returns>
    public async Task<int> Handle(FanOutHistory command, CancellationToken ct)
    {
        var head = await db.SealedUpToAsync(ct);
        var behind = await db
            .Webhooks.Where(w => w.Status == WebhookStatus.Active && w.Seen < head)
            .Select(w => new Reader(w.Id, w.OrganizationId, w.EventNames, w.Seen))
            .ToListAsync(ct);
        var count = 0;
        foreach (var reader in behind)
            for (var from = reader.Seen; from < head; from += AtOnce)
                count += await CreateAsync(reader, from, Math.Min(from + AtOnce, head), ct);
        return count;
    }

    private async Task<int> CreateAsync(Reader reader, long from, long to, CancellationToken ct)
    {
        var unsent = await Concerning(reader)
            .Where(h => h.Number > from && h.Number <= to)
            .OrderBy(h => h.Number)
            .Select(h => new { Number = h.Number!.Value, h.Event })
            .ToListAsync(ct);
        var now = time.GetUtcNow();
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

        // Another run has processed these entries, or the webhook was enabled again meanwhile.
        if (
            await db
                .Webhooks.Where(w => w.Id == reader.Id && w.Seen == from)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Seen, to), ct) == 0
        )
            return 0;
        await bulk.InsertAsync(
            [.. unsent.Select(h => WebhookDelivery.OfHistory(reader.Id, WebhookEvents.NameOf(h.Event), h.Number, now))],
            [],
            ct
        );
        await transaction.CommitAsync(ct);
        return unsent.Count;
    }

    /// <summary>
    /// All entries for the secretariat. For an organization the entries about itself, about the commitments it is accountable for, and
    /// about the partnerships it is a member of; entries that its officer sees only because they are published are left out. Conditions use
    /// indexed look-ups, so that the cost depends on the number of new entries.
    /// </summary>
    private IQueryable<HistoryEntry> Concerning(Reader reader)
    {
        var names = WebhookEvents
            .Events.Keys.Where(name => reader.Events.Count == 0 || reader.Events.Contains(WebhookEvents.NameOf(name)))
            .ToList();
        var entries = db.History.Where(h => names.Contains(h.Event));
        if (reader.OrganizationId is not { } own)
            return entries;

        // The history stores plain GUIDs; the cast compares with the stored value of a typed id.
        var shared = db.Members.Where(m => m.OrganizationId == own).Select(m => (Guid?)(object)m.PartnershipId);
        return entries.Where(h =>
            shared.Contains(h.PartnershipId)
            || (
                h.OrganizationId == own.Value
                && (
                    // What was removed belonged to the organization until then.
                    h.Event == HistoryRows.ImportUndone
                    || (
                        h.CommitmentId == null
                            ? h.PartnershipId == null
                            : db.Commitments.Any(c => (Guid?)(object)c.Id == h.CommitmentId && c.OrganizationId == own)
                    )
                )
            )
        );
    }

    private sealed record Reader(WebhookId Id, OrganizationId? OrganizationId, IReadOnlyList<string> Events, long Seen);
}
