namespace PartnershipTracker.Domain.Common;

/// <summary>Who did something: a key, a person, a contact who holds a link, or the system itself. Ids only; names are looked up when the history is read.</summary>
public enum ActorKind
{
    System,
    ApiKey,
    User,
    Contact,
}

public readonly record struct Actor(ActorKind Kind, Guid? Id)
{
    public static readonly Actor System = new(ActorKind.System, null);
}
