namespace PartnershipTracker.Domain.Commitments;

/// <summary>How often the partner commitments to report.</summary>
public enum ReportingFrequency
{
    None,
    Monthly,
    Quarterly,
    Semiannual,
    Annual,
}
