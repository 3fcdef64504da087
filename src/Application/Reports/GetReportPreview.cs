using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>The mail that a schedule would send now. Nothing is sent, and nothing is stored.</summary>
[Needs(Right.Administer)]
public sealed record GetReportPreview(ReportScheduleId ReportScheduleId) : IRequest<RenderedReport>;

internal sealed class GetReportPreviewHandler(ITrackerDb db, ReportWriter writer) : IRequestHandler<GetReportPreview, RenderedReport>
{
    public async Task<RenderedReport> Handle(GetReportPreview query, CancellationToken ct)
    {
        var schedule = await db.ReportSchedules.AsNoTracking().GetAsync("reportSchedule", s => s.Id == query.ReportScheduleId, ct);
        return (await writer.WriteAsync(schedule, ct)).Mail;
    }
}
