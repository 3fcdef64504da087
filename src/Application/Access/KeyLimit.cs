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
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var usable = await keys.CountAsync(
            k =>
                k.OrganizationId == organization
                && k.RevokedAt == null
                && (k.RetiresAt == null || k.RetiresAt > now)
                && (k.ExpiresOn == null || k.ExpiresOn >= today),
            ct
        );
        if (usable >= max)
            throw DomainException.Refused("apiKey.tooMany", null, max);
    }
}
