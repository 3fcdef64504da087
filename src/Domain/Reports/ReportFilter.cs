using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.Reports;

/// <summary>Which commitments a report speaks of; what is null does not narrow it.</summary>
public sealed record ReportFilter(
    Guid? PartnershipId = null, Guid? OrganizationId = null, int? SdgGoal = null, string? CountryCode = null, Sector? Sector = null, Pillar? Pillar = null);
