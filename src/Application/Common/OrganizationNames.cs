using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Common;

internal static class OrganizationNames
{
    /// <summary>Reads the names of all these organizations in one query, for rows that store only ids.</summary>
    public static async Task<IReadOnlyDictionary<OrganizationId, string>> NamesAsync(
        this ITrackerDb db,
        IEnumerable<OrganizationId> organizations,
        CancellationToken ct
    )
    {
        var ids = organizations.Distinct().ToList();
        if (ids.Count == 0)
            return new Dictionary<OrganizationId, string>();
        return await db
            .Organizations.Where(o => ids.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, ct);
    }
}
