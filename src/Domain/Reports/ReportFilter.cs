using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.Reports;

/// <summary>Which commitments an accountability report covers; null values exclude none.</summary>
public sealed record ReportFilter(
    Guid? PartnershipId = null,
    Guid? OrganizationId = null,
    int? SdgGoal = null,
    string? CountryCode = null,
    Sector? Sector = null,
    string? Pillar = null
);
