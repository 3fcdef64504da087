using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Dialogues;

/// <summary>All refusals about outcomes; the sentences are text resources of the same name.</summary>
public static class OutcomeErrors
{
    public static DomainException StepsOfPathwaysOnly() => DomainException.Refused("outcome.stepsOfPathwaysOnly", "steps");

    public static DomainException PathwayWithoutSteps() => DomainException.Refused("outcome.pathwayWithoutSteps", "steps");

    public static DomainException StepHasCommitment() => DomainException.Refused("outcome.stepHasCommitment", "steps");

    public static DomainException HasCommitments(int commitments) => DomainException.Refused("outcome.hasCommitments", null, commitments);

    public static DomainException ReasonMissing() => DomainException.Refused("outcome.reasonMissing", "reason");

    public static DomainException NoPartnership() => DomainException.Refused("outcome.noPartnership");
}
