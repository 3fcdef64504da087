using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>What the owner of a webhook is told. Its address is named by its host only: the rest may hold a secret.</summary>
internal static class WebhookMail
{
    public static Letter Disabled(Webhook webhook)
    {
        var host = new Uri(webhook.Url).Host;
        return new Letter(
            Texts.Mail("webhook.subject", host),
            [Texts.Mail(webhook.DisabledBecause == DisabledBecause.Gone ? "webhook.gone" : "webhook.failing", host), Texts.Mail("webhook.enable", webhook.Id.Value)],
            null, [Texts.Mail("webhook.why")]);
    }
}
