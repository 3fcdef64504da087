using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>What is shown of an entry of the history, without its seal and the values that it records.</summary>
internal sealed record HistoryFacts(
    long Seq,
    DateTimeOffset At,
    ActorKind ActorKind,
    Guid? ActorId,
    string Event,
    Guid? CommitmentId,
    Guid? OrganizationId,
    Guid? PartnershipId,
    Guid? InitiativeId,
    Guid? DialogueId,
    string Data
)
{
    public Actor By => new(ActorKind, ActorId);
}
