using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Mail is laid out at the outer side.</summary>
public interface IReportRenderer
{
    Task<RenderedReport> RenderAsync(ReportSnapshot snapshot, AccountabilityReportId id);
}
