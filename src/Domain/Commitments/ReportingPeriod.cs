using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct ReportingPeriodId(Guid Value)
{
    public static ReportingPeriodId New() => new(Guid.CreateVersion7());
}

public enum ReportingPeriodStatus
{
    Open,
    Reported,
    Superseded,
}

/// <summary>
/// A calendar period for which a report is owed. Only the current and the next one are rows; what was owed stays, and a schedule that changes
/// supersedes its future periods.
/// </summary>
public sealed class ReportingPeriod : Entity
{
    private ReportingPeriod()
    {
    }

    internal ReportingPeriod(CommitmentId commitmentId, DateOnly from, DateOnly to, DateOnly dueOn, DateTimeOffset dueAt)
    {
        (Id, CommitmentId, From, To, DueOn, DueAt) = (ReportingPeriodId.New(), commitmentId, from, to, dueOn, dueAt);
    }

    public ReportingPeriodId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>The last day on which its report is in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The instant at which that day ends in the organization's zone.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public ReportingPeriodStatus Status { get; private set; }

    public ProgressReportId? ReportId { get; private set; }

    internal void Close(ProgressReportId reportId) => (Status, ReportId) = (ReportingPeriodStatus.Reported, reportId);

    internal void Reopen(DateOnly dueOn, DateTimeOffset dueAt) => (Status, ReportId, DueOn, DueAt) = (ReportingPeriodStatus.Open, null, dueOn, dueAt);

    internal void EndAt(DecisionContext context) => DueAt = context.EndOf(DueOn);

    internal void Supersede()
    {
        if (Status == ReportingPeriodStatus.Open) Status = ReportingPeriodStatus.Superseded;
    }
}

/// <summary>Calendar periods of a reporting frequency.</summary>
public static class Periods
{
    /// <returns>How many months; 0 where nothing is reported.</returns>
    public static int Months(this ReportingFrequency frequency) => frequency switch
    {
        ReportingFrequency.None => 0,
        ReportingFrequency.Monthly => 1,
        ReportingFrequency.Quarterly => 3,
        ReportingFrequency.Semiannual => 6,
        ReportingFrequency.Annual => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };

    /// <returns>The first and last day of the calendar period that holds a day.</returns>
    public static (DateOnly From, DateOnly To) Of(ReportingFrequency frequency, DateOnly day)
    {
        var months = frequency.Months();
        var from = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return (from, from.AddMonths(months).AddDays(-1));
    }
}
