namespace PartnershipTracker.Domain.Reports;

/// <param name="DayOfWeek">For weekly reports; Monday when null.</param>
/// <param name="DayOfMonth">For monthly reports, 1 to 31; the last day where a month is shorter; the first when null.</param>
/// <param name="Hour">0 to 23 in the time zone.</param>
/// <param name="Language">One of the six UN languages: en fr es ar ru zh.</param>
public sealed record ReportScheduleTerms(
    string Name,
    AccountabilityReportFrequency Frequency,
    DayOfWeek? DayOfWeek,
    int? DayOfMonth,
    int Hour,
    string TimeZone,
    IReadOnlyList<string> Recipients,
    string Language,
    ReportFilter? Filter
);
