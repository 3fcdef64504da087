using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// Sends the pending deliveries, with one lane for each webhook, so that a slow one does not delay the others; then deletes old deliveries.
/// </summary>
[Needs(Right.Administer)]
public sealed record DeliverWebhooks : IRequest<int>;

internal sealed class DeliverWebhooksHandler(ITrackerDb db, IMediator mediator, DeferredRunner runner, TimeProvider time) : IRequestHandler<DeliverWebhooks, int>
{
    private const int Lanes = 16;
    private const int DeletedAtOnce = 5000;
    private const int FailuresInARow = 3;

    /// <summary>The longest time for one webhook in a run, so that all webhooks are served.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);

    /// <returns>The number of deliveries sent.</returns>
    public async Task<int> Handle(DeliverWebhooks command, CancellationToken ct)
    {
        await mediator.Send(new FanOutHistory(), ct);
        var taken = 0;
        await Parallel.ForEachAsync(await WaitingAsync(ct), new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = ct }, async (id, token) =>
        {
            var limits = new WorkLimits(Lane: id.Value, IsAlone: true, Turn: Turn, MaxFailuresInARow: FailuresInARow);
            Interlocked.Add(ref taken, await runner.WorkOffAsync(DeferredKind.WebhookDelivery, limits, token));
        });
        await DeleteOldAsync(ct);
        return taken;
    }

    private Task<List<WebhookId>> WaitingAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();

        // A rest that ends later than the longest possible rest was written by a wrong clock, and is ignored.
        var latest = now + Webhook.MaxRestLength;
        return db.Webhooks
            .Where(w => w.Status == WebhookStatus.Active && (w.RestsUntil == null || w.RestsUntil <= now || w.RestsUntil > latest)
                && db.DeferredWork.Any(d => d.Kind == DeferredKind.WebhookDelivery && d.Lane == (Guid)(object)w.Id && d.ParkedAt == null && d.NextTryAt <= now))
            .OrderBy(w => w.Seq).Select(w => w.Id).ToListAsync(ct);
    }

    /// <summary>Deletes deliveries that are older than the log goes back, with their deferred work.</summary>
    private async Task DeleteOldAsync(CancellationToken ct)
    {
        var old = time.GetUtcNow() - WebhookDelivery.RetentionPeriod;
        var ids = await db.WebhookDeliveries.Where(d => d.CreatedAt < old).OrderBy(d => d.CreatedAt).Take(DeletedAtOnce).Select(d => d.Id).ToListAsync(ct);
        if (ids.Count == 0) return;
        var subjects = ids.ConvertAll(id => id.Value);
        await db.DeferredWork.Where(w => w.Kind == DeferredKind.WebhookDelivery && subjects.Contains(w.SubjectId)).ExecuteDeleteAsync(ct);
        await db.WebhookDeliveries.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(ct);
    }
}
