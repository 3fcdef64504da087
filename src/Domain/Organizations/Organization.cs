using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.Organizations;

public readonly record struct OrganizationId(Guid Value)
{
    public static OrganizationId New() => new(Guid.CreateVersion7());
}

/// <summary>The details of an organization that is registered or changed.</summary>
/// <param name="Type">IATI OrganisationType code.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2 or alpha-3; null where it is unknown.</param>
/// <param name="TimeZone">
/// IANA id; the organization's due days end in this time zone. May be null only where the country is unknown: then they end in UTC.
/// </param>
/// <param name="Identifier">An organization identifier, e.g. from org-id.guide.</param>
/// <param name="SourceId">Its id in the system from which it is imported; unique, so that imports can be repeated.</param>
public sealed record OrganizationProfile(
    string Name,
    string Type,
    string? CountryCode,
    string? TimeZone,
    string? Identifier = null,
    string? Website = null,
    string? SourceId = null,
    bool IsCommunity = false
);

/// <summary>A party: public, private, civil society and so on. Its time zone decides when its due days end.</summary>
public sealed class Organization : AggregateRoot, IImported
{
    public const int MaxContacts = 50;

    private readonly List<Contact> _contacts = [];

    private Organization() { }

    public OrganizationId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name as it is searched and sorted.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>IATI OrganisationType code.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Derived from the type.</summary>
    public Sector Sector { get; private set; }

    /// <summary>ISO 3166-1 alpha-2; null where it is unknown.</summary>
    public string? CountryCode { get; private set; }

    /// <summary>IANA id.</summary>
    public string TimeZone { get; private set; } = "";

    public string? Identifier { get; private set; }

    public string? Website { get; private set; }

    public string? SourceId { get; private set; }

    /// <summary>Whether it is a community group; its type may be any.</summary>
    public bool IsCommunity { get; private set; }

    public ImportId? ImportId { get; private set; }

    public IReadOnlyList<Contact> Contacts => _contacts;

    public static Organization Register(OrganizationProfile profile)
    {
        var organization = new Organization { Id = OrganizationId.New() };
        organization.Set(profile);
        organization.Raise(
            new OrganizationRegistered(
                organization.Id,
                organization.Name,
                organization.Type,
                organization.CountryCode,
                organization.TimeZone
            )
        );
        return organization;
    }

    /// <returns>Whether anything changed. A new time zone or country must also be applied to its commitments.</returns>
    public bool Change(OrganizationProfile profile)
    {
        var before = (Name, Type, CountryCode, TimeZone, Identifier, Website, SourceId, IsCommunity);
        Set(profile);
        if (before == (Name, Type, CountryCode, TimeZone, Identifier, Website, SourceId, IsCommunity))
            return false;

        Raise(
            new OrganizationChanged(
                Id,
                Changes.Of(
                    ("name", before.Name, Name),
                    ("type", before.Type, Type),
                    ("countryCode", before.CountryCode, CountryCode),
                    ("timeZone", before.TimeZone, TimeZone),
                    ("identifier", before.Identifier, Identifier),
                    ("website", before.Website, Website),
                    ("sourceId", before.SourceId, SourceId),
                    ("isCommunity", before.IsCommunity, IsCommunity)
                )
            )
        );
        return true;
    }

    public void MadeBy(ImportId import) => ImportId = import;

    public Contact AddContact(string name, string email, ContactRole role, string? language = null)
    {
        var address = Email.Normalize(email);
        if (Find(address, role) is not null)
            throw OrganizationErrors.ContactExists();
        if (_contacts.Count >= MaxContacts)
            throw OrganizationErrors.TooManyContacts(MaxContacts);

        var contact = new Contact(Id, name.Trim(), address, role, language);
        _contacts.Add(contact);
        Raise(new ContactAdded(Id, contact.Id, role));
        return contact;
    }

    public Contact ChangeContact(ContactId contactId, string name, string email, ContactRole role, string? language)
    {
        var contact = GetContact(contactId);
        var address = Email.Normalize(email);
        if (Find(address, role) is { } other && other != contact)
            throw OrganizationErrors.ContactExists();

        var before = (contact.Name, contact.Email, contact.Role, contact.Language);
        contact.Set(name.Trim(), address, role, language);
        if (before == (contact.Name, contact.Email, contact.Role, contact.Language))
            return contact;
        Raise(
            new ContactChanged(
                Id,
                contactId,
                [
                    .. Changes.WithoutValues(("name", before.Name, contact.Name), ("email", before.Email, contact.Email)),
                    .. Changes.Of(("contactRole", before.Role, role), ("language", before.Language, language)),
                ]
            )
        );
        return contact;
    }

    /// <summary>A contact leaves, and another person takes over the role. A person who has this role already is not added again.</summary>
    /// <returns>The successor.</returns>
    public Contact HandOverContact(ContactId contactId, string name, string email, string? language)
    {
        var leaving = GetContact(contactId);
        var address = Email.Normalize(email);
        if (address == leaving.Email)
            throw OrganizationErrors.SameContact();

        _contacts.Remove(leaving);
        var successor = Find(address, leaving.Role);
        if (successor is null)
            _contacts.Add(successor = new Contact(Id, name.Trim(), address, leaving.Role, language));
        Raise(new ContactHandedOver(Id, contactId, successor.Id, leaving.Role));
        return successor;
    }

    public void RemoveContact(ContactId contactId)
    {
        var contact = GetContact(contactId);
        _contacts.Remove(contact);
        Raise(new ContactRemoved(Id, contactId, contact.Role));
    }

    /// <exception cref="DomainException">The organization does not have this contact.</exception>
    public Contact GetContact(ContactId id) => _contacts.Find(c => c.Id == id) ?? throw DomainException.NotFound("contact");

    private Contact? Find(string address, ContactRole role) => _contacts.Find(c => c.Email == address && c.Role == role);

    private void Set(OrganizationProfile profile)
    {
        var type = Codes.OrganizationType(profile.Type);
        Name = profile.Name.Trim();
        NameKey = TextKey.Of(Name);
        Type = type.Code;
        Sector = type.Sector;
        CountryCode = Blank.ToNull(profile.CountryCode) is { } country ? Codes.Country(country) : null;
        TimeZone = Codes.TimeZone(Blank.ToNull(profile.TimeZone) ?? (CountryCode is null ? DueDay.DefaultZone : "")).Id;
        Identifier = Blank.ToNull(profile.Identifier);
        Website = Blank.ToNull(profile.Website);
        SourceId = Blank.ToNull(profile.SourceId);
        IsCommunity = profile.IsCommunity;
    }
}
