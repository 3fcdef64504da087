namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// The reporting periods of a commitment: which are owed, which progress report closes which, and what becomes of them when the reporting
/// frequency changes or the commitment ends. The periods of a schedule follow each other without a gap or an overlap.
/// </summary>
internal sealed class ReportingSchedule
{
    private readonly List<ReportingPeriod> _periods = [];

    public IReadOnlyList<ReportingPeriod> Periods => _periods;

    public ReportingFrequency Frequency { get; set; }

    /// <summary>The last day of the last stored period.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>When the last stored period begins, so that one more must be stored; null while no more are needed.</summary>
    public DateTimeOffset? RollAt { get; set; }

    /// <summary>The period whose progress report is due first.</summary>
    public ReportingPeriod? Due => Open.MinBy(period => period.DueAt);

    private IEnumerable<ReportingPeriod> Open => _periods.Where(period => period.Status == ReportingPeriodStatus.Open);

    /// <summary>
    /// Stores the current period and the next, and all that were missed since the last call. The first one is that of today; earlier ones
    /// are not made.
    /// </summary>
    public void Roll(CommitmentId id, DecisionContext context)
    {
        if (Frequency == ReportingFrequency.None)
        {
            RollAt = null;
            return;
        }

        while (RollAt is not { } begins || begins <= context.Now)
        {
            var from = Until?.AddDays(1) ?? ReportingPeriods.Of(Frequency, context.Today).From;
            var to = ReportingPeriods.Of(Frequency, from).To;
            Add(id, from, to, to, context);
            Until = to;
            RollAt = StartOf(from, context);
        }
    }

    /// <summary>A progress report closes the oldest open period that had begun by its day.</summary>
    public void Close(ProgressReport report) =>
        Open.Where(period => period.From <= report.AsOf).MinBy(period => period.From)?.Close(report.Id);

    /// <summary>
    /// Asks for another progress report in place of a returned one, by a new day. The period that the report had closed must be loaded.
    /// </summary>
    public void Return(ProgressReport report, DecisionContext context)
    {
        if (_periods.Find(period => period.ReportId == report.Id) is { } period)
            period.Reopen(DueAfter(context.Today, context), context);
        else
            Add(report.CommitmentId, report.AsOf, report.AsOf, context.Today, context);
    }

    /// <summary>
    /// Changes the frequency. Periods that have not begun are superseded, never deleted. The current one is still owed, and the new
    /// frequency begins after it; where it would end later than the current period of the new frequency, it ends with that one.
    /// </summary>
    public void ChangeFrequency(ReportingFrequency frequency, CommitmentId id, DecisionContext context)
    {
        if (frequency == Frequency)
            return;
        Roll(id, context);
        var ahead = Open.Where(period => period.From > context.Today).ToList();
        var until = ahead.Count > 0 ? ahead.Min(period => period.From).AddDays(-1) : Until;
        if (frequency != ReportingFrequency.None)
        {
            var (from, to) = ReportingPeriods.Of(frequency, context.Today);
            until =
                until is not { } end || end < from ? from.AddDays(-1)
                : end > to ? to
                : end;
        }

        ahead.ForEach(period => period.Supersede());
        if (until is { } last && Open.FirstOrDefault(period => period.To > last && last >= context.Today) is { } current)
        {
            current.Supersede();
            Add(id, current.From, last, last, context);
        }

        Frequency = frequency;
        Until = until;
        RollAt = null;
    }

    /// <summary>The commitment has ended, and nothing is owed any more.</summary>
    public void End()
    {
        foreach (var period in Open)
            period.End();
        RollAt = null;
    }

    /// <summary>The commitment is active again, and everything is owed that was owed when it ended.</summary>
    public void Reopen(DecisionContext context)
    {
        foreach (var period in _periods)
            period.Resume();
        RollAt = Open.MaxBy(period => period.From) is { } last ? StartOf(last.From, context) : null;
    }

    /// <summary>Recalculates when due days end in the organization's time zone.</summary>
    public void ChangeTimeZone(DecisionContext context) => _periods.ForEach(period => period.EndAt(context));

    /// <param name="owedFrom">The day after which the days begin to count within which the progress report is on time.</param>
    private void Add(CommitmentId id, DateOnly from, DateOnly to, DateOnly owedFrom, DecisionContext context) =>
        _periods.Add(new ReportingPeriod(id, from, to, DueAfter(owedFrom, context), context));

    private static DateOnly DueAfter(DateOnly day, DecisionContext context) => day.AddDays(context.Rules.ReportDeadlineDays);

    private static DateTimeOffset StartOf(DateOnly day, DecisionContext context) => context.EndOf(day.AddDays(-1));
}
