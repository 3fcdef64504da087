using System.Net;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Webhooks;

public readonly record struct WebhookId(Guid Value)
{
    public static WebhookId New() => new(Guid.CreateVersion7());
}

public enum WebhookStatus
{
    Active,
    Disabled,
}

public enum DisabledBecause
{
    ByHand,

    /// <summary>No delivery was accepted for three days.</summary>
    Failing,

    /// <summary>It answered 410 Gone.</summary>
    Gone,
}

/// <summary>
/// An address to which events are sent. Failures of its endpoint (<see cref="FailingSince"/>) and how far it has read the history
/// (<see cref="Seen"/>) are no changes of the webhook and do not increase its version.
/// </summary>
public sealed class Webhook : AggregateRoot
{
    /// <summary>For each organization, and for the secretariat.</summary>
    public const int MaxPerOwner = 20;

    /// <summary>Hours after a rotation during which the previous secret also signs.</summary>
    public const int OverlapHours = 24;

    /// <summary>It is disabled when no delivery was accepted for this long.</summary>
    public static readonly TimeSpan DisabledAfter = TimeSpan.FromDays(3);

    public static readonly TimeSpan MaxRestLength = TimeSpan.FromMinutes(5);

    private Webhook() { }

    public WebhookId Id { get; private set; }

    /// <summary>Null for a webhook of the secretariat, which receives all events.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public string Url { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>Empty means all.</summary>
    public IReadOnlyList<string> EventNames { get; private set; } = [];

    public string OwnerEmail { get; private set; } = "";

    /// <summary>Encrypted, not hashed, because it is needed for signing.</summary>
    public string Secret { get; private set; } = "";

    public string? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public WebhookStatus Status { get; private set; }

    public DisabledBecause? DisabledBecause { get; private set; }

    /// <summary>The first failure after the last accepted delivery.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Nothing is sent to a failing endpoint until then.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>The number of the last history entry for which deliveries were made.</summary>
    public long Seen { get; private set; }

    private string Host => new Uri(Url).Host;

    /// <param name="secret">Encrypted.</param>
    /// <param name="head">The last number of the history; only later entries are sent.</param>
    public static Webhook Register(
        OrganizationId? organizationId,
        WebhookTerms terms,
        WebhookRules rules,
        string secret,
        long head,
        DateTimeOffset now
    )
    {
        var webhook = new Webhook
        {
            Id = WebhookId.New(),
            OrganizationId = organizationId,
            Secret = secret,
            Seen = head,
            CreatedAt = now,
        };
        webhook.Set(terms, rules);
        webhook.Raise(new WebhookRegistered(webhook.Id, organizationId, webhook.Host));
        return webhook;
    }

    public void Change(WebhookTerms terms, WebhookRules rules)
    {
        Set(terms, rules);
        Raise(new WebhookChanged(Id, Host));
    }

    /// <param name="secret">Encrypted.</param>
    public void RotateSecret(string secret, TimeSpan overlap, DateTimeOffset now)
    {
        PreviousSecret = Secret;
        PreviousSecretUntil = now + overlap;
        Secret = secret;
        Raise(new WebhookSecretRotated(Id, Host, now + overlap));
    }

    /// <summary>The secrets that sign a delivery, newest first; encrypted.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) =>
        PreviousSecret is { } previous && now < PreviousSecretUntil ? [Secret, previous] : [Secret];

    /// <param name="head">The last number of the history. What happened while it was disabled is not sent; deliveries that were pending
    /// before are.</param>
    public void Enable(long head)
    {
        if (Status == WebhookStatus.Active)
            return;
        Status = WebhookStatus.Active;
        DisabledBecause = null;
        FailingSince = null;
        RestsUntil = null;
        Seen = head;
        Raise(new WebhookEnabled(Id, Host));
    }

    public void Disable(DisabledBecause because)
    {
        if (Status == WebhookStatus.Disabled)
            return;
        (Status, DisabledBecause) = (WebhookStatus.Disabled, because);
        Raise(new WebhookDisabled(Id, Host, because));
    }

    public void Remove() => Raise(new WebhookRemoved(Id, Host));

    public void MustBeActive()
    {
        if (Status != WebhookStatus.Active)
            throw WebhookErrors.Disabled();
    }

    /// <summary>
    /// Records an answer of its endpoint. The webhook is disabled when nothing is accepted for three days, or when the endpoint is gone.
    /// </summary>
    public void Answered(WebhookAnswer answer, DateTimeOffset now)
    {
        if (answer.IsAccepted)
        {
            (FailingSince, RestsUntil) = (null, null);
            return;
        }

        FailingSince ??= now;
        var failing = now - FailingSince.Value;
        RestsUntil = now + (failing < MaxRestLength ? failing : MaxRestLength);
        if (answer.IsGone)
            Disable(Webhooks.DisabledBecause.Gone);
        else if (failing >= DisabledAfter)
            Disable(Webhooks.DisabledBecause.Failing);
    }

    private void Set(WebhookTerms terms, WebhookRules rules)
    {
        Url = CheckUrl(terms.Url, rules);
        Description = Blank.ToNull(terms.Description);
        OwnerEmail = Email.Normalize(terms.OwnerEmail);
        EventNames = [.. terms.Events.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Checks what needs no DNS query; the address of a host name is checked at each delivery.</summary>
    private static string CheckUrl(string url, WebhookRules rules)
    {
        var address = new Uri(url.Trim());
        if (address.UserInfo.Length > 0)
            throw WebhookErrors.WithPassword();
        if (rules.AllowPrivate)
            return address.OriginalString;
        if (address.Scheme != Uri.UriSchemeHttps)
            throw WebhookErrors.NotHttps();
        if (address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var literal) && !PublicAddresses.Contains(literal)))
            throw WebhookErrors.NotPublic();
        return address.OriginalString;
    }
}
