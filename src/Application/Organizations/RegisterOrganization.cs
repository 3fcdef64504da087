using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

/// <param name="Type">IATI OrganisationType code, e.g. 22.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2 or alpha-3; null where it is unknown.</param>
/// <param name="TimeZone">
/// IANA id; due dates end at midnight in this time zone. May be left out only where the country is unknown, and is UTC then.
/// </param>
/// <param name="Contact">The first contact; more can be added later.</param>
[Needs(Right.Administer)]
public sealed record RegisterOrganization(
    string Name,
    string Type,
    string? CountryCode = null,
    string? TimeZone = null,
    string? Identifier = null,
    string? Website = null,
    string? SourceId = null,
    bool IsCommunity = false,
    FirstContact? Contact = null
) : IRequest<OrganizationId>, IOrganizationProfile;

/// <param name="Language">The language of mails to the contact; English if left out.</param>
public sealed record FirstContact(string Name, string Email, ContactRole Role = ContactRole.FocalPoint, string? Language = null);

internal sealed class RegisterOrganizationValidator : AbstractValidator<RegisterOrganization>
{
    public RegisterOrganizationValidator()
    {
        this.Profile();
        RuleFor(o => o.Contact!)
            .ChildRules(contact =>
            {
                contact.RuleFor(c => c.Name).RequiredLine(Limits.Name);
                contact.RuleFor(c => c.Email).EmailAddress();
                contact.RuleFor(c => c.Role).IsKnownValue();
                contact.RuleFor(c => c.Language).OptionalLanguage();
            })
            .When(o => o.Contact is not null);
    }
}

internal sealed class RegisterOrganizationHandler(ITrackerDb db) : IRequestHandler<RegisterOrganization, OrganizationId>
{
    public async Task<OrganizationId> Handle(RegisterOrganization command, CancellationToken ct)
    {
        var organization = Organization.Register(command.ToProfile());
        await db.SourceIdMustBeFreeAsync(organization, ct);
        if (command.Contact is { } contact)
            organization.AddContact(contact.Name, contact.Email, contact.Role, contact.Language);
        db.Organizations.Add(organization);
        await db.SaveChangesAsync(ct);
        return organization.Id;
    }
}
