using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

internal static class OrganizationProfiles
{
    public static OrganizationProfile ToProfile(this IOrganizationProfile profile) =>
        new(
            profile.Name,
            profile.Type,
            profile.CountryCode,
            profile.TimeZone,
            profile.Identifier,
            profile.Website,
            profile.SourceId,
            profile.IsCommunity
        );

    public static void Profile<T>(this AbstractValidator<T> validator)
        where T : IOrganizationProfile
    {
        validator.RuleFor(o => o.Name).RequiredLine(Limits.Title);
        validator.RuleFor(o => o.Type).RequiredLine(Limits.OrganizationType);
        validator.RuleFor(o => o.CountryCode).OptionalLine(Limits.CodeInput);
        validator.RuleFor(o => o.TimeZone).OptionalLine(Limits.TimeZone);
        validator
            .RuleFor(o => o.TimeZone)
            .NotEmpty()
            .When(o => Blank.ToNull(o.CountryCode) is not null, ApplyConditionTo.CurrentValidator)
            .WithText("form.required");
        validator.RuleFor(o => o.Identifier).OptionalLine(Limits.SourceId);
        validator.RuleFor(o => o.Website).HttpUrl(Limits.Url);
        validator.RuleFor(o => o.SourceId).OptionalLine(Limits.SourceId);
    }

    public static async Task SourceIdMustBeFreeAsync(this ITrackerDb db, Organization organization, CancellationToken ct)
    {
        if (
            organization.SourceId is { } sourceId
            && await db.Organizations.AnyAsync(o => o.SourceId == sourceId && o.Id != organization.Id, ct)
        )
            throw OrganizationErrors.SourceIdTaken(sourceId);
    }
}
