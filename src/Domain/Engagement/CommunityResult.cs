namespace PartnershipTracker.Domain.Engagement;

/// <summary>The results of community engagement that can be measured.</summary>
public enum CommunityResult
{
    EquitableAccess,

    /// <summary>Of societies and of individuals.</summary>
    Capabilities,

    Accountability,
}
