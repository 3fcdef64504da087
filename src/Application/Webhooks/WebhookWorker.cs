using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>Sends one delivery to its webhook.</summary>
internal sealed class WebhookWorker(
    ITrackerDb db,
    IWebhookSender sender,
    ISecretProtector protector,
    ILetterRenderer letters,
    PublicUrl url,
    TimeProvider time
) : IDeferredWorker
{
    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        if (await FindAsync(claim.SubjectId, ct) is not { State: not DeliveryState.Delivered } delivery)
            return DeferredResult.Done;
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == delivery.WebhookId, ct);

        // Deliveries of a disabled webhook wait until it is enabled again.
        if (webhook.Status != WebhookStatus.Active)
            return DeferredResult.PutBack;

        var body = (await db.BodiesAsync([delivery], url, ct))[0];
        var answer = await SendAsync(webhook, delivery, body, ct);
        delivery.Answered(answer, time.GetUtcNow());
        webhook.Answered(answer, time.GetUtcNow());
        if (webhook.Status == WebhookStatus.Disabled)
            await TellOwnerAsync(webhook, ct);
        return answer.Fault is { } fault
            ? DeferredResult.Failed(answer.Status is { } status ? $"http.{status}" : $"webhook.{fault}")
            : DeferredResult.Done;
    }

    public async Task ParkedAsync(Guid subjectId, string reason, CancellationToken ct) => (await FindAsync(subjectId, ct))?.Fail();

    public async Task RetriedAsync(Guid subjectId, CancellationToken ct) => (await FindAsync(subjectId, ct))?.Replay();

    public async Task DroppedAsync(Guid subjectId, CancellationToken ct) => (await FindAsync(subjectId, ct))?.Fail();

    private Task<WebhookDelivery?> FindAsync(Guid id, CancellationToken ct) =>
        db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == new WebhookDeliveryId(id), ct);

    private async Task TellOwnerAsync(Webhook webhook, CancellationToken ct)
    {
        var language = await db.LanguageOfAsync(webhook.OwnerEmail, ct);
        db.Mails.Add(await letters.RenderAsync(webhook.OwnerEmail, language, () => WebhookMail.Disabled(webhook)));
    }

    private async Task<WebhookAnswer> SendAsync(Webhook webhook, WebhookDelivery delivery, byte[] body, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        try
        {
            var signatures = string.Join(
                ' ',
                webhook.SecretsAt(now).Select(secret => WebhookSecret.Sign(protector.Unprotect(secret), delivery.EventId, now, body))
            );
            return await sender.SendAsync(webhook.Url, new SignedMessage(delivery.EventId, now, signatures, body), ct);
        }
        catch (CryptographicException)
        {
            return new WebhookAnswer(null, DeliveryFault.SecretUnreadable);
        }
    }
}
