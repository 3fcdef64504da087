using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Access;

public readonly record struct ApiKeyId(Guid Value)
{
    public static ApiKeyId New() => new(Guid.CreateVersion7());
}

/// <param name="OrganizationId">Null for the bootstrap key.</param>
public sealed record ApiKeyIssued(ApiKeyId ApiKeyId, OrganizationId? OrganizationId, string Prefix, Role Role, DateOnly? ExpiresOn)
    : IDomainEvent;

/// <param name="SuccessorId">The key that replaces it.</param>
/// <param name="RetiresAt">Until then both keys work.</param>
public sealed record ApiKeyRotated(
    ApiKeyId ApiKeyId,
    OrganizationId? OrganizationId,
    string Prefix,
    ApiKeyId SuccessorId,
    DateTimeOffset RetiresAt
) : IDomainEvent;

public sealed record ApiKeyRevoked(ApiKeyId ApiKeyId, OrganizationId? OrganizationId, string Prefix) : IDomainEvent;

/// <summary>
/// A key with which a system of an organization signs in. The key itself is shown once; only its SHA-256 is stored, which is safe because a
/// key with 192 random bits cannot be guessed.
/// </summary>
public sealed class ApiKey : AggregateRoot
{
    public static readonly TimeSpan UseRecordedEvery = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(7);

    /// <summary>How many keys of one organization may work at the same time; while keys are rotated, twice as many.</summary>
    public const int MaxUsable = 50;

    public const int PrefixMaxLength = 20;

    private const int PrefixLength = 11;

    private ApiKey(
        ApiKeyId id,
        OrganizationId? organizationId,
        string name,
        Role role,
        string prefix,
        string hash,
        DateTimeOffset createdAt,
        DateOnly? expiresOn,
        UserId? issuedBy
    )
    {
        Id = id;
        OrganizationId = organizationId;
        Name = name;
        Role = role;
        Prefix = prefix;
        Hash = hash;
        CreatedAt = createdAt;
        ExpiresOn = expiresOn;
        IssuedBy = issuedBy;
    }

    public ApiKeyId Id { get; private set; }

    /// <summary>The organization it was issued for; null for the bootstrap key.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public string Name { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The first characters, which identify the key in lists and logs.</summary>
    public string Prefix { get; private set; }

    public string Hash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last day on which it works (UTC), or null.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>
    /// The person who issued it, also where they did so with another key; null where no person did. What is done with the key counts as
    /// done by them.
    /// </summary>
    public UserId? IssuedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it stops working because another key replaced it.</summary>
    public DateTimeOffset? RetiresAt { get; private set; }

    /// <summary>When it was last used, to within <see cref="UseRecordedEvery"/>.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Null for a key of the secretariat, so that it never decides about its own organization.</summary>
    public OrganizationId? ActsFor => Role == Role.Secretariat ? null : OrganizationId;

    /// <returns>The record to store and the key to show once.</returns>
    public static (ApiKey Record, string Key) Issue(
        OrganizationId? organizationId,
        string name,
        Role role,
        DateOnly? expiresOn,
        UserId? issuedBy,
        DateTimeOffset now
    )
    {
        var key = "pt_" + Secret.New();
        return (Existing(key, key[..PrefixLength], organizationId, name, role, expiresOn, issuedBy, now), key);
    }

    /// <summary>The key from the configuration, for the first calls to a new installation.</summary>
    public static ApiKey Bootstrap(string key, string name, DateTimeOffset now) =>
        Existing(key, "bootstrap", null, name, Role.Secretariat, null, null, now);

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string HashOf(string key) => Secret.HashOf(key);

    public bool IsUsable(DateTimeOffset now) => IsUsable(RevokedAt, RetiresAt, ExpiresOn, now);

    /// <summary>The same rule for what is known of a key.</summary>
    public static bool IsUsable(DateTimeOffset? revokedAt, DateTimeOffset? retiresAt, DateOnly? expiresOn, DateTimeOffset now) =>
        revokedAt is null && !(retiresAt <= now) && (expiresOn is not { } last || DateOnly.FromDateTime(now.UtcDateTime) <= last);

    /// <summary>False shortly after a recorded use, so that not every call writes to the database.</summary>
    public bool MustRecordUse(DateTimeOffset now) => !(LastUsedAt > now - UseRecordedEvery);

    /// <summary>
    /// Issues a successor that differs only in the secret. Both work until <paramref name="overlap"/> has passed; a key that was rotated
    /// before retires no later than it would have.
    /// </summary>
    /// <param name="by">The person who rotates it and learns the new secret; null where no person does.</param>
    public (ApiKey Record, string Key) Rotate(TimeSpan overlap, UserId? by, DateTimeOffset now)
    {
        if (!IsUsable(now))
            throw DomainException.Refused("apiKey.notUsable");

        var (successor, key) = Issue(OrganizationId, Name, Role, ExpiresOn, by ?? IssuedBy, now);
        var retiresAt = now + overlap;
        RetiresAt = RetiresAt < retiresAt ? RetiresAt : retiresAt;
        Raise(new ApiKeyRotated(Id, OrganizationId, Prefix, successor.Id, RetiresAt.Value));
        return (successor, key);
    }

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        Raise(new ApiKeyRevoked(Id, OrganizationId, Prefix));
    }

    private static ApiKey Existing(
        string key,
        string prefix,
        OrganizationId? organizationId,
        string name,
        Role role,
        DateOnly? expiresOn,
        UserId? issuedBy,
        DateTimeOffset now
    )
    {
        var record = new ApiKey(ApiKeyId.New(), organizationId, name.Trim(), role, prefix, HashOf(key), now, expiresOn, issuedBy);
        record.Raise(new ApiKeyIssued(record.Id, organizationId, prefix, role, expiresOn));
        return record;
    }
}
