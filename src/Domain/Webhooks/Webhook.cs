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

    /// <summary>Nothing was taken for days.</summary>
    Failing,

    /// <summary>It answered 410 Gone.</summary>
    Gone,
}

/// <summary>
/// Where a system wants to be told what happens. How its endpoint does (<see cref="FailingSince"/>) and how far it was told (<see cref="Seen"/>)
/// is no change of it and moves no version.
/// </summary>
public sealed class Webhook : AggregateRoot
{
    public const int UrlMaxLength = 2000;
    public const int DescriptionMaxLength = 500;

    /// <summary>For one organization, and for the secretariat.</summary>
    public const int MaxPerOwner = 20;

    /// <summary>The secret before signs along for this long after a rotation.</summary>
    public const int OverlapHours = 24;

    /// <summary>Nothing was taken for this long: it is disabled.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public static readonly TimeSpan MaxRestLength = TimeSpan.FromMinutes(5);

    private Webhook()
    {
    }

    public WebhookId Id { get; private set; }

    /// <summary>Null for one of the secretariat, which is told everything.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public string Url { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>None means all.</summary>
    public IReadOnlyList<string> EventNames { get; private set; } = [];

    public string OwnerEmail { get; private set; } = "";

    /// <summary>Encrypted: it must be read back to sign with.</summary>
    public string Secret { get; private set; } = "";

    public string? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public WebhookStatus Status { get; private set; }

    public DisabledBecause? DisabledBecause { get; private set; }

    /// <summary>The first failure since something was taken.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>An endpoint that fails is left alone for a while, however much is due.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>The number in the history up to which it was told.</summary>
    public long Seen { get; private set; }

    private string Host => new Uri(Url).Host;

    /// <param name="secret">Encrypted.</param>
    /// <param name="head">The last number of the history: it is told what comes after.</param>
    public static Webhook Register(OrganizationId? organizationId, WebhookTerms terms, WebhookRules rules, string secret, long head, DateTimeOffset now)
    {
        var webhook = new Webhook { Id = WebhookId.New(), OrganizationId = organizationId, Secret = secret, Seen = head, CreatedAt = now };
        webhook.Take(terms, rules);
        webhook.Raise(new WebhookRegistered(webhook.Id, organizationId, webhook.Host));
        return webhook;
    }

    public void Change(WebhookTerms terms, WebhookRules rules)
    {
        Take(terms, rules);
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

    /// <summary>What it is signed with, the newest first; encrypted.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) => PreviousSecret is { } previous && now < PreviousSecretUntil ? [Secret, previous] : [Secret];

    /// <param name="head">What happened while it was disabled is not told; what waited then is.</param>
    public void Enable(long head)
    {
        if (Status == WebhookStatus.Active) return;
        Status = WebhookStatus.Active;
        DisabledBecause = null;
        FailingSince = null;
        RestsUntil = null;
        Seen = head;
        Raise(new WebhookEnabled(Id, Host));
    }

    public void Disable(DisabledBecause because)
    {
        if (Status == WebhookStatus.Disabled) return;
        (Status, DisabledBecause) = (WebhookStatus.Disabled, because);
        Raise(new WebhookDisabled(Id, Host, because));
    }

    public void Remove() => Raise(new WebhookRemoved(Id, Host));

    public void MustBeActive()
    {
        if (Status != WebhookStatus.Active) throw WebhookErrors.Disabled();
    }

    /// <summary>How its endpoint answered: one that takes nothing for days, or says that it is gone, is disabled.</summary>
    public void Answered(WebhookAnswer answer, DateTimeOffset now)
    {
        if (answer.IsTaken)
        {
            (FailingSince, RestsUntil) = (null, null);
            return;
        }

        FailingSince ??= now;
        var failing = now - FailingSince.Value;
        RestsUntil = now + (failing < MaxRestLength ? failing : MaxRestLength);
        if (answer.IsGone) Disable(Webhooks.DisabledBecause.Gone);
        else if (failing >= Patience) Disable(Webhooks.DisabledBecause.Failing);
    }

    private void Take(WebhookTerms terms, WebhookRules rules)
    {
        Url = Allowed(terms.Url, rules);
        Description = Blank.ToNull(terms.Description);
        OwnerEmail = Email.Normalize(terms.OwnerEmail);
        EventNames = [.. terms.Events.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What can be seen without a look-up; where a name leads is judged at each sending.</summary>
    private static string Allowed(string url, WebhookRules rules)
    {
        var address = new Uri(url.Trim());
        if (address.UserInfo.Length > 0) throw WebhookErrors.WithPassword();
        if (rules.AllowPrivate) return address.OriginalString;
        if (address.Scheme != Uri.UriSchemeHttps) throw WebhookErrors.NotHttps();
        if (address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var literal) && !PublicAddresses.Contains(literal))) throw WebhookErrors.NotPublic();
        return address.OriginalString;
    }
}
