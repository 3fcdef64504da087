using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Makes one report that is due. The schedule moves on with the report, so that the same hour is never reported twice.</summary>
internal sealed class ReportWorker(ITrackerDb db, IMediator mediator, TimeProvider time) : IDeferredWorker
{
    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        var (id, now) = (new ReportScheduleId(claim.SubjectId), time.GetUtcNow());
        if (await db.ReportSchedules.AnyAsync(s => s.Id == id && s.NextRunAt <= now, ct)) await mediator.Send(new RunReportSchedule(id), ct);
        return DeferredResult.Done;
    }

    /// <summary>This report is left out; the next one comes at its hour.</summary>
    public async Task DroppedAsync(Guid subjectId, CancellationToken ct) =>
        (await db.ReportSchedules.SingleOrDefaultAsync(s => s.Id == new ReportScheduleId(subjectId), ct))?.MoveOn(time.GetUtcNow());
}
