using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>How far a stakeholder group agrees with an outcome. Levels of several groups are never averaged.</summary>
public enum AgreementLevel
{
    Agrees,
    AgreesWithReservations,
    Disagrees,

    /// <summary>The group was asked and did not say.</summary>
    DidNotSay,
}

/// <summary>What one stakeholder group stated about one outcome.</summary>
public sealed class Agreement : TrackedEntity
{
    private Agreement() { }

    internal Agreement(OutcomeId outcome, DialogueId dialogue, string group)
    {
        OutcomeId = outcome;
        DialogueId = dialogue;
        Group = group;
    }

    public OutcomeId OutcomeId { get; private set; }

    public DialogueId DialogueId { get; private set; }

    public string Group { get; private set; } = "";

    public AgreementLevel Level { get; private set; }

    public string? Reason { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public DateTimeOffset StatedAt { get; private set; }

    internal void Write(AgreementLevel level, string? reason, Actor by, DateTimeOffset now)
    {
        Level = level;
        Reason = reason;
        ActorKind = by.Kind;
        ActorId = by.Id;
        StatedAt = now;
    }
}
