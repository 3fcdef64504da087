using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Webhooks;

public static class WebhookErrors
{
    public static DomainException NotHttps() => DomainException.Refused("webhook.notHttps", "url");

    public static DomainException NotPublic() => DomainException.Refused("webhook.notPublic", "url");

    public static DomainException WithPassword() => DomainException.Refused("webhook.withPassword", "url");

    public static DomainException TooMany(int max) => DomainException.Refused("webhook.tooMany", null, max);

    public static DomainException Disabled() => DomainException.Refused("webhook.disabled");
}
