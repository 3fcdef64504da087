namespace PartnershipTracker.Domain.Reports;

public enum AccountabilityReportFrequency
{
    Weekly,
    Monthly,
}
