using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Calendars;

namespace PartnershipTracker.Application.Calendars;

/// <summary>A calendar feed, without its address.</summary>
public sealed record CalendarDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public Guid? OrganizationId { get; init; }

    public Guid? PartnershipId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed class CalendarMaps : Profile
{
    public CalendarMaps() => CreateMap<CalendarFeed, CalendarDetails>();
}

/// <summary>Lists the caller's own feeds, or all feeds for the secretariat; the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListCalendars(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<CalendarDetails>>, ISupportsUpdatedSince;

internal sealed class ListCalendarsValidator : AbstractValidator<ListCalendars>
{
    public ListCalendarsValidator() => this.Paged();
}

internal sealed class ListCalendarsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListCalendars, Page<CalendarDetails>>
{
    public Task<Page<CalendarDetails>> Handle(ListCalendars query, CancellationToken ct) =>
        db.Calendars.MadeBy(user).ToPageAsync(query, f => f.Seq, descending: true, page => page.ProjectTo<CalendarDetails>(maps), ct);
}
