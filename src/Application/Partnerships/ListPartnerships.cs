using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

/// <param name="Q">Part of the name; case and accents are ignored.</param>
/// <param name="OrganizationId">Only those of which this organization is a member.</param>
[Needs(Right.Read)]
public sealed record ListPartnerships(
    string? Q = null,
    PartnershipStatus? Status = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null,
    Guid? OrganizationId = null
) : IRequest<Page<PartnershipDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListPartnershipsValidator : AbstractValidator<ListPartnerships>
{
    public ListPartnershipsValidator()
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.Status).IsKnownValue();
    }
}

internal sealed class ListPartnershipsHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<ListPartnerships, Page<PartnershipDetails>>
{
    public Task<Page<PartnershipDetails>> Handle(ListPartnerships query, CancellationToken ct)
    {
        var rows = db.Partnerships.VisibleTo(db, user);
        if (Blank.ToNull(query.Q) is { } q)
            rows = rows.Where(p => p.NameKey.Contains(TextKey.Of(q)));
        if (query.Status is { } status)
            rows = rows.Where(p => p.Status == status);
        if (query.OrganizationId is { } id)
        {
            var member = new OrganizationId(id);
            rows = rows.Where(p => db.Members.Any(m => m.PartnershipId == p.Id && m.OrganizationId == member));
        }

        return rows.ToPageAsync(query, p => p.NameKey, descending: false, page => page.AsDetails(db), ct);
    }
}
