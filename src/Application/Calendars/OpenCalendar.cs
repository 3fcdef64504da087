using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Calendars;

/// <summary>
/// Creates a calendar feed with the due dates of an organization or a partnership; with neither, of the caller's own organization and of
/// the commitments it supports.
/// </summary>
/// <param name="Name">The name that calendar programs show; the name of the organization or partnership if left out.</param>
[Needs(Right.Read)]
public sealed record OpenCalendar(Guid? OrganizationId = null, Guid? PartnershipId = null, string? Name = null) : IRequest<OpenedCalendar>;

/// <summary>A new feed with its token, which is returned only in this answer.</summary>
public sealed record OpenedCalendar(Guid Id, string Name, string Token);

internal sealed class OpenCalendarValidator : AbstractValidator<OpenCalendar>
{
    public OpenCalendarValidator() => RuleFor(c => c.Name).OptionalLine(Limits.Name);
}

internal sealed class OpenCalendarHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<OpenCalendar, OpenedCalendar>
{
    public async Task<OpenedCalendar> Handle(OpenCalendar command, CancellationToken ct)
    {
        if (user.Role is not { } role)
            throw AccessErrors.NotAllowed();
        var organizationId = command.OrganizationId is { } id ? new OrganizationId(id) : (OrganizationId?)null;
        var partnershipId = command.PartnershipId is { } of ? new PartnershipId(of) : (PartnershipId?)null;
        var organization = (organizationId ?? user.OrganizationId) is { } whose
            ? await db.Organizations.VisibleTo(db, user).GetAsync(whose, ct)
            : null;
        var partnership = partnershipId is { } which ? await db.Partnerships.VisibleTo(db, user).GetAsync(which, ct) : null;
        var name = Blank.ToNull(command.Name) ?? partnership?.Name ?? organization?.Name ?? "";

        var (feed, token) = CalendarFeed.Open(
            TextRules.Shown(name, Limits.Name),
            organizationId,
            partnershipId,
            user.Actor,
            role,
            user.OrganizationId,
            time.GetUtcNow()
        );
        db.Calendars.Add(feed);
        await db.SaveChangesAsync(ct);
        return new OpenedCalendar(feed.Id.Value, feed.Name, token);
    }
}
