using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

internal static class OrganizationProfiles
{
    public static OrganizationProfile ToProfile(this IOrganizationProfile said) =>
        new(said.Name, said.Type, said.CountryCode, said.TimeZone, said.Identifier, said.Website, said.SourceId, said.IsCommunity);

    public static void Profile<T>(this AbstractValidator<T> validator)
        where T : IOrganizationProfile
    {
        validator.RuleFor(o => o.Name).RequiredLine(Organization.NameMaxLength);
        validator.RuleFor(o => o.Type).RequiredLine(10);
        validator.RuleFor(o => o.CountryCode).RequiredLine(10);
        validator.RuleFor(o => o.TimeZone).RequiredLine(100);
        validator.RuleFor(o => o.Identifier).OptionalLine(200);
        validator.RuleFor(o => o.Website).HttpUrl(2000);
        validator.RuleFor(o => o.SourceId).OptionalLine(200);
    }

    public static async Task SourceIdMustBeFreeAsync(this ITrackerDb db, Organization organization, CancellationToken ct)
    {
        if (organization.SourceId is { } sourceId && await db.Organizations.AnyAsync(o => o.SourceId == sourceId && o.Id != organization.Id, ct))
            throw OrganizationErrors.SourceIdTaken(sourceId);
    }
}
