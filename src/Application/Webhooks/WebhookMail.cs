using System.Net;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>What the owner of a webhook is told. Its address is named by its host only: the rest may hold a secret.</summary>
internal static class WebhookMail
{
    public static OutgoingMail Disabled(Webhook webhook, DateTimeOffset now)
    {
        var host = new Uri(webhook.Url).Host;
        string[] lines =
        [
            Texts.Mail(webhook.DisabledBecause == DisabledBecause.Gone ? "webhook.gone" : "webhook.failing", host),
            Texts.Mail("webhook.enable", webhook.Id.Value),
            Texts.Mail("webhook.why"),
        ];
        return new OutgoingMail(
            webhook.OwnerEmail, Texts.Mail("webhook.subject", host), string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")), string.Join("\n\n", lines), now);
    }
}
