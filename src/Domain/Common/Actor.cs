namespace PartnershipTracker.Domain.Common;

/// <summary>Who did something: an API key, a person, somebody with a link and without an account, or the system itself.</summary>
public enum ActorKind
{
    System,
    ApiKey,
    User,
    Contact,

    /// <summary>Somebody who takes part in a dialogue with a link.</summary>
    Participant,

    /// <summary>Somebody whose identity the history must not hold; without an id.</summary>
    Protected,
}

/// <summary>Holds the id only, because names are looked up when the history is read.</summary>
public readonly record struct Actor(ActorKind Kind, Guid? Id)
{
    public static readonly Actor System = new(ActorKind.System, null);
    public static readonly Actor Protected = new(ActorKind.Protected, null);
}
