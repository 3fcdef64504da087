namespace PartnershipTracker.Domain.Commitments;

/// <summary>How often a progress report is due.</summary>
public enum ReportingFrequency
{
    None,
    Monthly,
    Quarterly,
    Semiannual,
    Annual,
}
