using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Continues a stopped schedule with its next run in the future.</summary>
[Needs(Right.Administer)]
public sealed record ResumeReportSchedule(ReportScheduleId ReportScheduleId) : IRequest;

internal sealed class ResumeReportScheduleHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ResumeReportSchedule>
{
    public async Task<Unit> Handle(ResumeReportSchedule command, CancellationToken ct)
    {
        var schedule = await db.ScheduleForChangeAsync(user, command.ReportScheduleId, ct);
        schedule.Resume(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
