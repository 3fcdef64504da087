using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// Who filed something that others decide on, so that nobody decides on what they filed themselves. A key counts as the person who issued
/// it, and a contact as the person with an account of the same address.
/// </summary>
/// <param name="Person">Null for the system, and where no person stands behind the key or the contact.</param>
/// <param name="Contact">The holder of the report link, if it was filed with one.</param>
/// <param name="Key">The API key, if it was filed with one.</param>
public sealed record Filer(UserId? Person, ContactId? Contact, ApiKeyId? Key)
{
    /// <summary>Nothing was filed, or the system did.</summary>
    public static readonly Filer None = new(null, null, null);

    /// <param name="person">The person behind a key or a contact; ignored for a person.</param>
    public static Filer Of(Actor actor, UserId? person) =>
        actor switch
        {
            { Kind: ActorKind.User, Id: { } id } => new Filer(new UserId(id), null, null),
            { Kind: ActorKind.Contact, Id: { } id } => new Filer(person, new ContactId(id), null),
            { Kind: ActorKind.ApiKey, Id: { } id } => new Filer(person, null, new ApiKeyId(id)),
            _ => None,
        };

    public bool IsSameAs(Filer other) =>
        (Person is not null && Person == other.Person)
        || (Contact is not null && Contact == other.Contact)
        || (Key is not null && Key == other.Key);
}
