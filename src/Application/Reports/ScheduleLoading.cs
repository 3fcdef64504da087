using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class ScheduleLoading
{
    /// <summary>The schedule, to be changed: the version that the caller has seen is compared.</summary>
    public static async Task<ReportSchedule> ScheduleForChangeAsync(
        this ITrackerDb db,
        ICurrentUser user,
        ReportScheduleId id,
        CancellationToken ct
    ) => (await db.ReportSchedules.GetAsync("reportSchedule", s => s.Id == id, ct)).MustBeExpectedBy(user);
}
