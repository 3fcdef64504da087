using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Organizations;

public readonly record struct ContactId(Guid Value)
{
    public static ContactId New() => new(Guid.CreateVersion7());
}

public enum ContactRole
{
    FocalPoint,
    Alternate,
    AuthorizedOfficer,
}

/// <summary>
/// A person reachable by email for an organization; needs no account. Names and addresses are stored only here, so that they can be erased.
/// </summary>
public sealed class Contact : TrackedEntity
{
    internal Contact(OrganizationId organizationId, string name, string email, ContactRole role, string? language)
    {
        Id = ContactId.New();
        OrganizationId = organizationId;
        Name = name;
        Email = email;
        Role = role;
        Language = language;
    }

    public ContactId Id { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public string Name { get; private set; }

    public string Email { get; private set; }

    public ContactRole Role { get; private set; }

    /// <summary>The language of mails to them: one of the six UN languages; null is unknown and means English.</summary>
    public string? Language { get; private set; }

    internal void Set(string name, string email, ContactRole role, string? language)
    {
        Name = name;
        Email = email;
        Role = role;
        Language = language;
    }
}
