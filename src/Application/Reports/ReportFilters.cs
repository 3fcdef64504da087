using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class ReportFilters
{
    public static CommitmentFilter ToCommitmentFilter(this ReportFilter filter) =>
        new()
        {
            PartnershipId = filter.PartnershipId,
            OrganizationId = filter.OrganizationId,
            SdgGoal = filter.SdgGoal,
            CountryCode = filter.CountryCode,
            Sector = filter.Sector,
            Pillar = filter.Pillar,
        };
}
