using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Makes one report that is due. Report and next run are saved together, so that no run is reported twice.</summary>
internal sealed class ReportWorker(ITrackerDb db, IMediator mediator, TimeProvider time) : IDeferredWorker
{
    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        var (id, now) = (new ReportScheduleId(claim.SubjectId), time.GetUtcNow());
        if (await db.ReportSchedules.AnyAsync(s => s.Id == id && s.NextRunAt <= now, ct)) await mediator.Send(new RunReportSchedule(id), ct);
        return DeferredResult.Done;
    }

    /// <summary>Skips this report; the schedule goes on with its next run.</summary>
    public async Task DroppedAsync(Guid subjectId, CancellationToken ct) =>
        (await db.ReportSchedules.SingleOrDefaultAsync(s => s.Id == new ReportScheduleId(subjectId), ct))?.MoveOn(time.GetUtcNow());
}
