using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>The outcome of a dialogue that a commitment comes from.</summary>
/// <param name="StepId">The step of the pathway; null if it comes from the outcome as a whole.</param>
public sealed record CommitmentOrigin(DialogueId DialogueId, OutcomeId OutcomeId, OutcomeStepId? StepId);
