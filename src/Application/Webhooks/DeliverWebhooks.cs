using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Tells the webhooks what they are owed, each in a lane of its own, so that a slow one does not hold up the others; then tidies the log.</summary>
[Needs(Right.Administer)]
public sealed record DeliverWebhooks : IRequest<int>;

internal sealed class DeliverWebhooksHandler(ITrackerDb db, IMediator mediator, IServiceScopeFactory scopes, TimeProvider time) : IRequestHandler<DeliverWebhooks, int>
{
    private const int Lanes = 16;
    private const int TidiedAtOnce = 5000;

    /// <returns>How many were taken.</returns>
    public async Task<int> Handle(DeliverWebhooks command, CancellationToken ct)
    {
        await mediator.Send(new FanOutHistory(), ct);
        var now = time.GetUtcNow();
        var waiting = await db.Webhooks
            .Where(w => w.Status == WebhookStatus.Active && (w.RestsUntil == null || w.RestsUntil <= now) && db.WebhookDeliveries.Any(d => d.WebhookId == w.Id && d.NextAttemptAt <= now))
            .OrderBy(w => w.Seq).Select(w => w.Id).ToListAsync(ct);

        var taken = 0;
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = ct }, async (id, token) =>
            Interlocked.Add(ref taken, await DeliverAsync(id, token)));

        var old = now - WebhookDelivery.Kept;
        await db.WebhookDeliveries.Where(d => d.CreatedAt < old).OrderBy(d => d.CreatedAt).Take(TidiedAtOnce).ExecuteDeleteAsync(ct);
        return taken;
    }

    /// <summary>With a database connection of its own.</summary>
    private async Task<int> DeliverAsync(WebhookId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new DeliverToWebhook(id), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0; // Somebody changed or removed it meanwhile; the next run looks again.
        }
    }
}

/// <summary>One lane: what is due, the longest waiting first, for a short while.</summary>
[Needs(Right.Administer)]
public sealed record DeliverToWebhook(WebhookId WebhookId) : IRequest<int>;

internal sealed class DeliverToWebhookHandler(ITrackerDb db, IWebhookSender sender, ISecretBox box, ILetterRenderer letters, PublicUrl url, TimeProvider time)
    : IRequestHandler<DeliverToWebhook, int>
{
    private const int AtOnce = 100;
    private const int FailuresInARow = 3;

    /// <summary>Then the next run goes on, so that all lanes come to their turn.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);

    /// <returns>How many were taken.</returns>
    public async Task<int> Handle(DeliverToWebhook command, CancellationToken ct)
    {
        var (begun, taken, failures) = (time.GetUtcNow(), 0, 0);
        while (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == command.WebhookId, ct) is { } webhook)
        {
            var due = await db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id && d.NextAttemptAt <= begun)
                .OrderBy(d => d.NextAttemptAt).ThenBy(d => d.Seq).Take(AtOnce).ToListAsync(ct);
            foreach (var (delivery, body) in due.Zip(await db.BodiesAsync(due, url, ct)))
            {
                if (webhook.Status != WebhookStatus.Active || failures == FailuresInARow || time.GetUtcNow() - begun > Turn) return taken;
                var answer = await SendAsync(webhook, delivery, body, ct);
                delivery.Answered(answer, time.GetUtcNow());
                webhook.Answered(answer, time.GetUtcNow());
                if (webhook.Status == WebhookStatus.Disabled) db.Mails.Add(await letters.RenderAsync(webhook.OwnerEmail, WebhookMail.Disabled(webhook)));
                (taken, failures) = answer.IsTaken ? (taken + 1, 0) : (taken, failures + 1);

                // Each is settled before the next goes out: after a crash at most one of each webhook is sent twice.
                await db.SaveChangesAsync(ct);
            }

            if (due.Count < AtOnce) return taken;
            db.ChangeTracker.Clear();
        }

        return taken;
    }

    private async Task<WebhookAnswer> SendAsync(Webhook webhook, WebhookDelivery delivery, byte[] body, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        try
        {
            var signatures = string.Join(' ', webhook.SecretsAt(now).Select(secret => WebhookSecret.Sign(box.Open(secret), delivery.EventId, now, body)));
            return await sender.SendAsync(webhook.Url, new SignedMessage(delivery.EventId, now, signatures, body), ct);
        }
        catch (CryptographicException)
        {
            return new WebhookAnswer(null, DeliveryFault.SecretUnreadable);
        }
    }
}
