using AutoMapper;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>An API key, without its secret.</summary>
public sealed record ApiKeyDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Prefix { get; init; } = "";

    public Role Role { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>
    /// The person as whom the key counts, who therefore cannot decide on what was filed with it; null if no person issued it.
    /// </summary>
    public Guid? IssuedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When a replaced key stops working (UTC).</summary>
    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>When it was last used (UTC), exact to ten minutes; null if it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Increases with every change; part of the ETag.</summary>
    public int Version { get; init; }

    public bool IsUsableAt(DateTimeOffset now) => ApiKey.IsUsable(RevokedAt, RetiresAt, ExpiresOn, now);
}

internal sealed class ApiKeyMaps : Profile
{
    public ApiKeyMaps() => CreateMap<ApiKey, ApiKeyDetails>();
}
