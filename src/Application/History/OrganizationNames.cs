using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.History;

/// <summary>Reads the names of all organizations on a page of the history in one query, because events store only ids.</summary>
internal static class OrganizationNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(ITrackerDb db, IEnumerable<Guid> mentioned, CancellationToken ct)
    {
        var ids = mentioned.Distinct().Select(id => new OrganizationId(id)).ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        return await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id.Value, o => o.Name, ct);
    }
}
