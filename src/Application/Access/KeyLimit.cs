using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

internal static class KeyLimit
{
    /// <exception cref="DomainException">The organization has this many keys that work already.</exception>
    public static async Task MustHaveRoomAsync(
        this IQueryable<ApiKey> keys,
        OrganizationId organization,
        int max,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await keys.Where(k => k.OrganizationId == organization).WhereUsable(now).CountAsync(ct) >= max)
            throw DomainException.Refused("apiKey.tooMany", null, max);
    }

    /// <summary>The same rule as <see cref="ApiKey.IsUsable(DateTimeOffset)"/>.</summary>
    public static IQueryable<ApiKey> WhereUsable(this IQueryable<ApiKey> keys, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return keys.Where(k =>
            k.RevokedAt == null && (k.RetiresAt == null || k.RetiresAt > now) && (k.ExpiresOn == null || k.ExpiresOn >= today)
        );
    }
}
