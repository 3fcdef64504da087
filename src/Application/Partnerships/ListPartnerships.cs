using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Partnerships;

/// <param name="Q">Part of the name; case and accents are ignored.</param>
/// <param name="Pillar">The code of a pillar that they name.</param>
/// <param name="Theme">The code of a theme that they name.</param>
/// <param name="OrganizationId">Only those of which this organization is a member.</param>
[Needs(Right.Read)]
public sealed record ListPartnerships(
    string? Q = null,
    PartnershipStatus? Status = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null,
    Guid? OrganizationId = null,
    string? Pillar = null,
    string? Theme = null
) : IRequest<Page<PartnershipDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListPartnershipsValidator : AbstractValidator<ListPartnerships>
{
    public ListPartnershipsValidator(IVocabulary vocabulary)
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.Status).IsKnownValue();
        RuleFor(q => q.Pillar).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true);
        RuleFor(q => q.Theme).IsTerm(vocabulary, VocabularyKind.Theme, orRetired: true);
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
        if (query.Pillar is { } pillar)
            rows = rows.WithTopic(db, VocabularyKind.Pillar, pillar);
        if (query.Theme is { } theme)
            rows = rows.WithTopic(db, VocabularyKind.Theme, theme);
        if (query.OrganizationId is { } id)
        {
            var member = new OrganizationId(id);
            rows = rows.Where(p => db.Members.Any(m => m.PartnershipId == p.Id && m.OrganizationId == member));
        }

        return rows.ToPageAsync(query, p => p.NameKey, descending: false, page => page.AsDetails(db, user), ct);
    }
}
