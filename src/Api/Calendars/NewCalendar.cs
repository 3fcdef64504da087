namespace PartnershipTracker.Api.Calendars;

/// <param name="Address">Whoever has it reads the calendar. This is the only answer that ever shows it.</param>
internal sealed record NewCalendar(Guid Id, string Name, string Address);
