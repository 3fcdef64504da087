using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Calendars;

namespace PartnershipTracker.Application.Calendars;

/// <summary>Revokes a calendar feed; its address stops working.</summary>
[Needs(Right.Read)]
public sealed record RevokeCalendar(CalendarId CalendarId) : IRequest;

internal sealed class RevokeCalendarHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeCalendar>
{
    public async Task<Unit> Handle(RevokeCalendar command, CancellationToken ct)
    {
        (await db.Calendars.MadeBy(user).GetAsync("calendar", f => f.Id == command.CalendarId, ct)).Revoke(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
