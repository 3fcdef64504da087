using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// The mail to the owner of a webhook that was disabled. It shows only the host of the address, because the rest may contain a secret.
/// </summary>
internal static class WebhookMail
{
    public static Letter Disabled(Webhook webhook)
    {
        var host = new Uri(webhook.Url).Host;
        return new Letter(
            Texts.Mail("webhook.subject", host),
            [
                webhook.DisabledBecause == DisabledBecause.Gone ? Texts.Mail("webhook.gone", host) : Texts.Mail("webhook.failing", host, Webhook.DisabledAfter.Days),
                Texts.Mail("webhook.enable", webhook.Id.Value, WebhookDelivery.RetentionPeriod.Days),
            ],
            null, [Texts.Mail("webhook.why")]);
    }
}
