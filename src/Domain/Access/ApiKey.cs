using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Access;

public readonly record struct ApiKeyId(Guid Value)
{
    public static ApiKeyId New() => new(Guid.CreateVersion7());
}

/// <param name="OrganizationId">Null for the bootstrap key.</param>
public sealed record ApiKeyIssued(ApiKeyId ApiKeyId, OrganizationId? OrganizationId, string Prefix, Role Role, DateOnly? ExpiresOn) : IDomainEvent;

/// <param name="SuccessorId">The key that takes its place.</param>
/// <param name="RetiresAt">Until then both work.</param>
public sealed record ApiKeyRotated(ApiKeyId ApiKeyId, string Prefix, ApiKeyId SuccessorId, DateTimeOffset RetiresAt) : IDomainEvent;

public sealed record ApiKeyRevoked(ApiKeyId ApiKeyId, string Prefix) : IDomainEvent;

/// <summary>
/// How a system of an organization signs in. The key itself is shown once; only its SHA-256 is kept. A key has 192 random bits,
/// so a plain hash is enough: there is nothing to guess.
/// </summary>
public sealed class ApiKey : AggregateRoot
{
    public const int NameMaxLength = 200;
    public static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(7);
    private const int PrefixLength = 11;

    private ApiKey(ApiKeyId id, OrganizationId? organizationId, string name, Role role, string prefix, string hash, DateTimeOffset createdAt, DateOnly? expiresOn)
    {
        Id = id;
        OrganizationId = organizationId;
        Name = name;
        Role = role;
        Prefix = prefix;
        Hash = hash;
        CreatedAt = createdAt;
        ExpiresOn = expiresOn;
    }

    public ApiKeyId Id { get; private set; }

    /// <summary>The organization it was issued for; null for the bootstrap key.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public string Name { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The first characters, which tell keys apart in lists and logs.</summary>
    public string Prefix { get; private set; }

    public string Hash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last day on which it works (UTC), or null.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it stops to work because another key took its place.</summary>
    public DateTimeOffset? RetiresAt { get; private set; }

    /// <summary>When it was last used, give or take <see cref="UseIsNotedEvery"/>.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>A key of the secretariat belongs to no organization, so that it can never be judge in its own case.</summary>
    public OrganizationId? ActsFor => Role == Role.Secretariat ? null : OrganizationId;

    /// <returns>The record to keep and the key to show once.</returns>
    public static (ApiKey Record, string Key) Issue(OrganizationId? organizationId, string name, Role role, DateOnly? expiresOn, DateTimeOffset now)
    {
        var key = "pt_" + Secret.New();
        return (Existing(key, key[..PrefixLength], organizationId, name, role, expiresOn, now), key);
    }

    /// <summary>The key that configuration names, for the very first calls.</summary>
    public static ApiKey Bootstrap(string key, string name, DateTimeOffset now) => Existing(key, "bootstrap", null, name, Role.Secretariat, null, now);

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string HashOf(string key) => Secret.HashOf(key);

    public bool IsUsable(DateTimeOffset now) =>
        RevokedAt is null && !(RetiresAt <= now) && (ExpiresOn is not { } last || DateOnly.FromDateTime(now.UtcDateTime) <= last);

    /// <summary>Whether this use is worth noting.</summary>
    public bool WasNotSeenLately(DateTimeOffset now) => !(LastUsedAt > now - UseIsNotedEvery);

    /// <summary>Makes its successor, alike but for the secret; for a while both work.</summary>
    public (ApiKey Record, string Key) Rotate(TimeSpan overlap, DateTimeOffset now)
    {
        if (!IsUsable(now)) throw DomainException.Refused("apiKey.notUsable");

        var (successor, key) = Issue(OrganizationId, Name, Role, ExpiresOn, now);
        RetiresAt = now + overlap;
        Raise(new ApiKeyRotated(Id, Prefix, successor.Id, RetiresAt.Value));
        return (successor, key);
    }

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        RevokedAt = now;
        Raise(new ApiKeyRevoked(Id, Prefix));
    }

    private static ApiKey Existing(string key, string prefix, OrganizationId? organizationId, string name, Role role, DateOnly? expiresOn, DateTimeOffset now)
    {
        var record = new ApiKey(ApiKeyId.New(), organizationId, name.Trim(), role, prefix, HashOf(key), now, expiresOn);
        record.Raise(new ApiKeyIssued(record.Id, organizationId, prefix, role, expiresOn));
        return record;
    }
}
