namespace PartnershipTracker.Api.Calendars;

/// <param name="Address">Everybody who has the address can read the calendar. It is shown only in this answer.</param>
internal sealed record NewCalendar(Guid Id, string Name, string Address);
