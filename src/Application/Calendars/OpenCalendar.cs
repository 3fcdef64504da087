using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Calendars;

/// <summary>Makes a feed of the days of an organization or a partnership; with neither, of the caller's own organization and what it supports.</summary>
/// <param name="Name">As the calendar program shows it; the name of the organization or partnership where nothing is said.</param>
[Needs(Right.Read)]
public sealed record OpenCalendar(Guid? OrganizationId = null, Guid? PartnershipId = null, string? Name = null) : IRequest<OpenedCalendar>;

/// <summary>A new feed. This is the only answer that ever holds its token.</summary>
public sealed record OpenedCalendar(Guid Id, string Name, string Token);

internal sealed class OpenCalendarValidator : AbstractValidator<OpenCalendar>
{
    public OpenCalendarValidator() => RuleFor(c => c.Name).Optional(CalendarFeed.NameMaxLength);
}

internal sealed class OpenCalendarHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<OpenCalendar, OpenedCalendar>
{
    public async Task<OpenedCalendar> Handle(OpenCalendar command, CancellationToken ct)
    {
        if (user.Role is not { } role) throw AccessErrors.NotAllowed();
        var organizationId = command.OrganizationId is { } id ? new OrganizationId(id) : (OrganizationId?)null;
        var partnershipId = command.PartnershipId is { } of ? new PartnershipId(of) : (PartnershipId?)null;
        var organization = (organizationId ?? user.OrganizationId) is { } whose ? await db.Organizations.VisibleTo(db, user).GetAsync(whose, ct) : null;
        var partnership = partnershipId is { } which ? await db.Partnerships.VisibleTo(db, user).GetAsync(which, ct) : null;
        var name = Domain.Common.Blank.ToNull(command.Name) ?? partnership?.Name ?? organization?.Name ?? "";

        var (feed, token) = CalendarFeed.Open(
            name.Length <= CalendarFeed.NameMaxLength ? name : name[..CalendarFeed.NameMaxLength], organizationId, partnershipId, user.Actor, role, user.OrganizationId, time.GetUtcNow());
        db.Calendars.Add(feed);
        await db.SaveChangesAsync(ct);
        return new OpenedCalendar(feed.Id.Value, feed.Name, token);
    }
}

/// <summary>A feed, without its address.</summary>
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

/// <summary>One's own, the newest first; for the secretariat all.</summary>
[Needs(Right.Read)]
public sealed record ListCalendars(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<CalendarDetails>>, IPolled;

internal sealed class ListCalendarsValidator : AbstractValidator<ListCalendars>
{
    public ListCalendarsValidator() => this.Paged();
}

internal sealed class ListCalendarsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListCalendars, Page<CalendarDetails>>
{
    public Task<Page<CalendarDetails>> Handle(ListCalendars query, CancellationToken ct) =>
        db.Calendars.MadeBy(user).ToPageAsync(query, f => f.Seq, descending: true, page => page.ProjectTo<CalendarDetails>(maps), ct);
}

/// <summary>Its address works no more.</summary>
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

internal static class CalendarFilters
{
    public static IQueryable<CalendarFeed> MadeBy(this IQueryable<CalendarFeed> feeds, ICurrentUser user)
    {
        if (user.Role is null) throw AccessErrors.NotAllowed();
        if (user.Role == Role.Secretariat) return feeds;
        var (kind, id) = user.Actor;
        return feeds.Where(f => f.MakerKind == kind && f.MakerId == id);
    }
}
