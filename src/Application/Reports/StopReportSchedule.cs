using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Stops a schedule. The reports that were already sent are kept.</summary>
[Needs(Right.Administer)]
public sealed record StopReportSchedule(ReportScheduleId ReportScheduleId) : IRequest;

internal sealed class StopReportScheduleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<StopReportSchedule>
{
    public async Task<Unit> Handle(StopReportSchedule command, CancellationToken ct)
    {
        var schedule = await db.ScheduleForChangeAsync(user, command.ReportScheduleId, ct);
        schedule.Stop();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
