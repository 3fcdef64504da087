namespace PartnershipTracker.Application.Reports;

/// <summary>Lays an accountability report out as mail; implemented outside this layer.</summary>
public interface IReportRenderer
{
    Task<RenderedReport> RenderAsync(ReportSnapshot snapshot);
}
