using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

/// <summary>Lists the people whose accounts the caller manages.</summary>
/// <param name="Q">Part of the name or the email address; case and accents are ignored.</param>
/// <param name="Active">Only those who can sign in; those who cannot if false.</param>
[Needs(Right.ManagePeople)]
public sealed record ListPeople(
    string? Q = null,
    Role? Role = null,
    Guid? OrganizationId = null,
    bool? Active = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<PersonDetails>>, ISupportsUpdatedSince;

internal sealed class ListPeopleValidator : AbstractValidator<ListPeople>
{
    public ListPeopleValidator()
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.Role).IsKnownValue();
    }
}

internal sealed class ListPeopleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListPeople, Page<PersonDetails>>
{
    public Task<Page<PersonDetails>> Handle(ListPeople query, CancellationToken ct)
    {
        var rows = db.Users.ManagedBy(user);
        if (Blank.ToNull(query.Q) is { } q)
        {
            var key = TextKey.Of(q);
            rows = rows.Where(u => u.NameKey.Contains(key) || u.Email.Contains(key));
        }

        if (query.Role is { } role)
            rows = rows.Where(u => u.Role == role);
        if (query.OrganizationId is { } organization)
            rows = rows.Where(u => u.OrganizationId == new OrganizationId(organization));
        if (query.Active is { } active)
            rows = rows.Where(u => u.DeactivatedAt == null == active);
        return rows.ToPageAsync(query, u => u.Email, descending: false, page => page.AsDetails(db), ct);
    }
}
