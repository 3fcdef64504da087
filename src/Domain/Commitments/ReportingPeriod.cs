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

    /// <summary>Replaced when the reporting frequency changed.</summary>
    Superseded,

    /// <summary>Still owed when the commitment ended.</summary>
    Ended,
}

/// <summary>
/// A calendar period for which a progress report is due. Periods are stored up to the next one and never deleted.
/// </summary>
public sealed class ReportingPeriod : Entity
{
    private ReportingPeriod() { }

    internal ReportingPeriod(CommitmentId commitmentId, DateOnly from, DateOnly to, DateOnly dueOn, DecisionContext context)
    {
        Id = ReportingPeriodId.New();
        CommitmentId = commitmentId;
        From = from;
        To = to;
        DueOn = dueOn;
        DueAt = context.EndOf(dueOn);
    }

    public ReportingPeriodId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>The last day on which its progress report is on time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The instant at which that day ends in the organization's time zone.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public ReportingPeriodStatus Status { get; private set; }

    public ProgressReportId? ReportId { get; private set; }

    internal void Close(ProgressReportId reportId) => (Status, ReportId) = (ReportingPeriodStatus.Reported, reportId);

    internal void Reopen(DateOnly dueOn, DecisionContext context)
    {
        Status = ReportingPeriodStatus.Open;
        ReportId = null;
        DueOn = dueOn;
        EndAt(context);
    }

    internal void EndAt(DecisionContext context) => DueAt = context.EndOf(DueOn);

    internal void Supersede() => Status = ReportingPeriodStatus.Superseded;

    internal void End() => Status = ReportingPeriodStatus.Ended;

    internal void Resume()
    {
        if (Status == ReportingPeriodStatus.Ended)
            Status = ReportingPeriodStatus.Open;
    }
}
