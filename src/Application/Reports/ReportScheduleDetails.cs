using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>When an accountability report is sent, and to whom.</summary>
public sealed record ReportScheduleDetails(
    Guid Id, string Name, AccountabilityReportFrequency Frequency, DayOfWeek? DayOfWeek, int? DayOfMonth, int Hour, string TimeZone, IReadOnlyList<string> Recipients,
    string Language, ReportFilter Filter, DateTimeOffset? NextRunAt, int Version);

internal static class ScheduleProjection
{
    public static IQueryable<ReportScheduleDetails> AsDetails(this IQueryable<ReportSchedule> schedules) => schedules.Select(s => new ReportScheduleDetails(
        s.Id.Value, s.Name, s.Frequency, s.DayOfWeek, s.DayOfMonth, s.Hour, s.TimeZone, s.Recipients, s.Language, s.Filter, s.NextRunAt, s.Version));
}
