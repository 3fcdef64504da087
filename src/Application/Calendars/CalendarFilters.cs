using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Calendars;

namespace PartnershipTracker.Application.Calendars;

internal static class CalendarFilters
{
    public static IQueryable<CalendarFeed> MadeBy(this IQueryable<CalendarFeed> feeds, ICurrentUser user)
    {
        if (user.Role is null)
            throw AccessErrors.NotAllowed();
        if (user.Role == Role.Secretariat)
            return feeds;
        var (kind, id) = user.Actor;
        return feeds.Where(f => f.CreatorKind == kind && f.CreatorId == id);
    }
}
