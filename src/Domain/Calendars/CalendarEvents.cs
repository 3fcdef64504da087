using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Calendars;

public sealed record CalendarOpened(CalendarId CalendarId, string Name) : IDomainEvent;

public sealed record CalendarRevoked(CalendarId CalendarId, string Name) : IDomainEvent;
