namespace PartnershipTracker.Domain.Common;

/// <summary>Who did something: an API key, a person, a contact with a report link, or the system itself.</summary>
public enum ActorKind
{
    System,
    ApiKey,
    User,
    Contact,
}

/// <summary>Holds the id only, because names are looked up when the history is read.</summary>
public readonly record struct Actor(ActorKind Kind, Guid? Id)
{
    public static readonly Actor System = new(ActorKind.System, null);
}
