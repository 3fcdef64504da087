using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>
/// What belongs to an organization, made anew for each request. The limits of an organization are kept, whatever the number of rows.
/// </summary>
internal static class OrganizationThings
{
    private const string Name = "Short-lived";

    public static async Task<Guid> Contact(World w, Whose whose)
    {
        var contacts = (await w.Host.Send(new ListContacts(w.Organization(whose)))).Items;
        foreach (var old in contacts.Count > 40 ? contacts.Where(c => c.Name == Name) : [])
            await w.Host.Send(new RemoveContact(w.Organization(whose), new ContactId(old.Id)));
        return (await w.Host.Send(new AddContact(w.Organization(whose), Name, Address(), ContactRole.Alternate))).Value;
    }

    public static async Task<Guid> Key(World w, Whose whose)
    {
        var keys = (await w.Host.Send(new ListApiKeys(w.Organization(whose), 200))).Items.Where(k => k.RevokedAt is null).ToList();
        foreach (var old in keys.Count > 40 ? keys.Where(k => k.Name == Name) : [])
            await w.Host.Send(new RevokeApiKey(w.Organization(whose), new ApiKeyId(old.Id)));
        return (await w.Host.Send(new IssueApiKey(w.Organization(whose), Name, Role.Reporter))).Id;
    }

    public static async Task<Guid> Person(World w, Whose whose) =>
        (await w.Host.Send(new InvitePerson(Address(), Role.Reporter, null, w.Organization(whose)))).Value;

    /// <summary>An email address that nobody has yet.</summary>
    public static string Address() => $"{Guid.NewGuid():n}@example.org";
}
