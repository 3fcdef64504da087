namespace PartnershipTracker.Domain.Engagement;

/// <summary>How much influence a community has, from least to most. Source: IAP2 Spectrum of Public Participation.</summary>
public enum EngagementLevel
{
    Inform,
    Consult,
    Involve,
    Collaborate,
    Empower,
}
