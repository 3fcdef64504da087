using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Calendars;

/// <summary>One of the caller's own feeds, or any feed for the secretariat.</summary>
[Needs(Right.Read)]
public sealed record GetCalendar(CalendarId CalendarId) : IRequest<CalendarDetails>;

internal sealed class GetCalendarHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetCalendar, CalendarDetails>
{
    public async Task<CalendarDetails> Handle(GetCalendar query, CancellationToken ct) =>
        await db.Calendars.MadeBy(user).Where(f => f.Id == query.CalendarId).ProjectTo<CalendarDetails>(maps).SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("calendar");
}
