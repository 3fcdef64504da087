namespace PartnershipTracker.Domain.Accountability;

/// <summary>Who must act on a flag.</summary>
public enum FlagOwner
{
    /// <summary>The accountable organization.</summary>
    Partner,

    /// <summary>A reviewer, because a review is overdue.</summary>
    Reviewer,
}

public static class FlagOwners
{
    public static FlagOwner Owner(this FlagKind kind) => kind == FlagKind.ReviewOverdue ? FlagOwner.Reviewer : FlagOwner.Partner;
}
