namespace PartnershipTracker.Domain.Accountability;

/// <summary>Whose clock it is that ran out.</summary>
public enum FlagOwner
{
    /// <summary>The accountable organization's.</summary>
    Partner,

    /// <summary>Ours: an answer is owed.</summary>
    Reviewer,
}

public static class FlagOwners
{
    public static FlagOwner Owner(this FlagKind kind) => kind == FlagKind.ReviewOverdue ? FlagOwner.Reviewer : FlagOwner.Partner;
}
