namespace PartnershipTracker.Domain.Commitments;

/// <summary>When a commitment was completed and whether that was on time, by one rule for pages, reports and queries.</summary>
public static class Completion
{
    /// <returns>The day for which completion was reported or, without such a report, the day of closing; null where there is
    /// neither.</returns>
    public static DateOnly? DayOf(DateOnly? reportedCompleteOn, DateOnly? closedOn) => reportedCompleteOn ?? closedOn;

    /// <returns>Whether that day is not after the due date; null where there is no such day or no due date.</returns>
    public static bool? IsOnTime(DateOnly? reportedCompleteOn, DateOnly? closedOn, DateOnly? dueDate) =>
        DayOf(reportedCompleteOn, closedOn) is { } day && dueDate is { } due ? day <= due : null;
}
