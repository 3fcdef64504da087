using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Mail is laid out at the outer side.</summary>
public interface IReportRenderer
{
    Task<RenderedReport> RenderAsync(ReportSnapshot snapshot, AccountabilityReportId id);
}
