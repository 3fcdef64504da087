using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Notices;

namespace PartnershipTracker.Application.Notices;

internal static class NoticeLedger
{
    /// <returns>
    /// Whether the person was already written to. Asked before a mail is made; two at the same moment are refused by the database.
    /// </returns>
    public static Task<bool> IsNotedAsync(
        this ITrackerDb db,
        Guid itemId,
        NoticeKind kind,
        int rung,
        int version,
        Guid personId,
        CancellationToken ct
    ) =>
        db.Notices.AnyAsync(
            n => n.ItemId == itemId && n.Kind == kind && n.Rung == rung && n.Version == version && n.PersonId == personId,
            ct
        );

    /// <returns>Where a person is: their own time zone, that of their organization, or UTC.</returns>
    public static async Task<TimeZoneInfo> TimeZoneOfAsync(this ITrackerDb db, User person, CancellationToken ct)
    {
        var id =
            person.TimeZone
            ?? await db.Organizations.Where(o => o.Id == person.OrganizationId).Select(o => o.TimeZone).SingleOrDefaultAsync(ct);
        return id is null ? TimeZoneInfo.Utc : Codes.TimeZone(id);
    }
}
