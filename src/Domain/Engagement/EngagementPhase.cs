namespace PartnershipTracker.Domain.Engagement;

/// <summary>The phase of the work in which a community takes part.</summary>
public enum EngagementPhase
{
    Needs,
    Priorities,
    Design,
    Delivery,
    Review,
}
