using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>The fields that making and revising a schedule share.</summary>
public interface IReportScheduleTerms
{
    string Name { get; }

    AccountabilityReportFrequency Frequency { get; }

    int Hour { get; }

    string TimeZone { get; }

    IReadOnlyList<string> Recipients { get; }

    DayOfWeek? DayOfWeek { get; }

    int? DayOfMonth { get; }

    string Language { get; }

    ReportFilter? Filter { get; }
}
