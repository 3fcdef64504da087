namespace PartnershipTracker.Domain.Accountability;

/// <summary>Who must act on a flag.</summary>
public enum FlagOwner
{
    /// <summary>The accountable organization.</summary>
    Partner,

    /// <summary>A reviewer, because a review is overdue.</summary>
    Reviewer,

    /// <summary>The board, because its decision is overdue.</summary>
    Board,

    /// <summary>The organizers of a dialogue.</summary>
    Organizers,
}

public static class FlagOwners
{
    public static FlagOwner Owner(this FlagKind kind) =>
        kind switch
        {
            FlagKind.ReviewOverdue => FlagOwner.Reviewer,
            FlagKind.InitiativeDecisionOverdue => FlagOwner.Board,
            FlagKind.OutcomeNotTakenUp => FlagOwner.Organizers,
            _ => FlagOwner.Partner,
        };
}
