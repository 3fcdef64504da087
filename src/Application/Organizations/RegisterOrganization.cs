using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

/// <param name="Type">IATI OrganisationType code, e.g. 22.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2 or alpha-3.</param>
/// <param name="TimeZone">IANA id; due days end by it.</param>
[Needs(Right.Administer)]
public sealed record RegisterOrganization(
    string Name, string Type, string CountryCode, string TimeZone,
    string? Identifier = null, string? Website = null, string? SourceId = null, bool IsCommunity = false) : IRequest<OrganizationId>, IOrganizationProfile;

/// <summary>What a registration and a change have in common.</summary>
public interface IOrganizationProfile
{
    string Name { get; }

    string Type { get; }

    string CountryCode { get; }

    string TimeZone { get; }

    string? Identifier { get; }

    string? Website { get; }

    string? SourceId { get; }

    bool IsCommunity { get; }
}

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

internal sealed class RegisterOrganizationValidator : AbstractValidator<RegisterOrganization>
{
    public RegisterOrganizationValidator() => this.Profile();
}

internal sealed class RegisterOrganizationHandler(ITrackerDb db) : IRequestHandler<RegisterOrganization, OrganizationId>
{
    public async Task<OrganizationId> Handle(RegisterOrganization command, CancellationToken ct)
    {
        var organization = Organization.Register(command.ToProfile());
        await db.SourceIdMustBeFreeAsync(organization, ct);
        db.Organizations.Add(organization);
        await db.SaveChangesAsync(ct);
        return organization.Id;
    }
}
