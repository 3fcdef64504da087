namespace PartnershipTracker.Domain.Commitments;

/// <summary>When a commitment was completed, and whether that was on time. The aggregate's facts and the answers of queries are judged here alike.</summary>
public static class Completion
{
    /// <returns>The day for which completion was reported; where nobody reported it, the day on which the commitment was closed; null while there is neither.</returns>
    public static DateOnly? DayOf(DateOnly? reportedCompleteOn, DateOnly? closedOn) => reportedCompleteOn ?? closedOn;

    /// <returns>Whether that day was not after the due date; false while there is no such day.</returns>
    public static bool IsOnTime(DateOnly? reportedCompleteOn, DateOnly? closedOn, DateOnly dueDate) => DayOf(reportedCompleteOn, closedOn) <= dueDate;
}
