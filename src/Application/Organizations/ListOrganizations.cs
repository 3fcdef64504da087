using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Organizations;

/// <param name="Q">Part of the name; case and accents are ignored.</param>
/// <param name="WithoutContact">Only those that have no contact; those that have one if false.</param>
/// <param name="Pillar">Only those that are accountable for an accepted commitment of this pillar (its code).</param>
/// <param name="Theme">Only those that are accountable for an accepted commitment of this theme (its code).</param>
/// <param name="NotMemberOf">Only those that are no members of this partnership.</param>
[Needs(Right.Read)]
public sealed record ListOrganizations(
    string? Q = null,
    string? CountryCode = null,
    Sector? Sector = null,
    string? SourceId = null,
    bool? WithoutContact = null,
    Guid? NotMemberOf = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null,
    string? Pillar = null,
    string? Theme = null
) : IRequest<Page<OrganizationDetails>>, ISupportsUpdatedSince;

internal sealed class ListOrganizationsValidator : AbstractValidator<ListOrganizations>
{
    public ListOrganizationsValidator(IVocabulary vocabulary)
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(Limits.Search);
        RuleFor(q => q.CountryCode).OptionalLine(Limits.CodeInput);
        RuleFor(q => q.SourceId).OptionalLine(Limits.SourceId);
        RuleFor(q => q.Sector).IsKnownValue();
        RuleFor(q => q.Pillar).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true);
        RuleFor(q => q.Theme).IsTerm(vocabulary, VocabularyKind.Theme, orRetired: true);
    }
}

internal static class OrganizationConditions
{
    /// <summary>Nobody can be reached about what they undertake.</summary>
    public static IQueryable<Organization> WhereWithoutContact(this IQueryable<Organization> organizations, ITrackerDb db) =>
        organizations.Where(o => !db.Contacts.Any(c => c.OrganizationId == o.Id));
}

internal sealed class ListOrganizationsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps, TimeProvider time)
    : IRequestHandler<ListOrganizations, Page<OrganizationDetails>>
{
    public Task<Page<OrganizationDetails>> Handle(ListOrganizations query, CancellationToken ct)
    {
        var rows = db.Organizations.VisibleTo(db, user);
        if (Blank.ToNull(query.Q) is { } q)
            rows = rows.Where(o => o.NameKey.Contains(TextKey.Of(q)));
        if (Codes.UnknownCountry.Equals(Blank.ToNull(query.CountryCode), StringComparison.OrdinalIgnoreCase))
        {
            rows = rows.Where(o => o.CountryCode == null);
        }
        else if (Blank.ToNull(query.CountryCode) is { } country)
        {
            var code = Codes.Country(country);
            rows = rows.Where(o => o.CountryCode == code);
        }

        if (query.Sector is { } sector)
            rows = rows.Where(o => o.Sector == sector);
        if (query.SourceId is { } sourceId)
            rows = rows.Where(o => o.SourceId == sourceId);
        if (query.WithoutContact is true)
            rows = rows.WhereWithoutContact(db);
        if (query.WithoutContact is false)
            rows = rows.Where(o => o.Contacts.Any());
        if (query.Pillar is not null || query.Theme is not null)
        {
            var filter = new CommitmentFilter
            {
                Accepted = true,
                Pillar = query.Pillar,
                Theme = query.Theme,
            };
            rows = rows.AccountableFor(db.Commitments.VisibleTo(db, user).Matching(filter, db, time.GetUtcNow()));
        }

        if (query.NotMemberOf is { } partnership)
            rows = rows.Where(o => !db.Members.Any(m => m.PartnershipId == new PartnershipId(partnership) && m.OrganizationId == o.Id));
        return rows.ToPageAsync(query, o => o.NameKey, descending: false, page => page.ProjectTo<OrganizationDetails>(maps), ct);
    }
}
