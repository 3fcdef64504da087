using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

/// <summary>A contact, for callers who may see contacts of the organization.</summary>
public sealed record ContactDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public ContactRole Role { get; init; }

    /// <summary>The language of mails to the contact; English if null.</summary>
    public string? Language { get; init; }

    /// <summary>The version of the organization, which every change of its contacts increases; part of the ETag.</summary>
    public int Version { get; init; }
}

internal static class Contacts
{
    public static IQueryable<ContactDetails> AsDetails(this IQueryable<Contact> contacts, ITrackerDb db) =>
        contacts.Select(c => new ContactDetails
        {
            Id = c.Id.Value,
            Name = c.Name,
            Email = c.Email,
            Role = c.Role,
            Language = c.Language,
            Version = db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Version).First(),
        });

    /// <summary>Loads an organization for which the caller may act, with its contacts.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), the caller may not act for it, or expects another
    /// version.</exception>
    public static async Task<Organization> GetWithContactsAsync(
        this ITrackerDb db,
        ICurrentUser user,
        OrganizationId id,
        CancellationToken ct
    )
    {
        var organization = await db.Organizations.VisibleTo(db, user).Include(o => o.Contacts).GetAsync(id, ct);
        user.MustActFor(organization.Id);
        return organization.MustBeExpectedBy(user);
    }
}
