using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>The counts of commitments with the same due date and status.</summary>
/// <param name="Running">Not overdue yet, with a delivery deadline that applies.</param>
/// <param name="ReportedCompletePastDue">Reported complete, with a due date that has passed.</param>
/// <param name="DoneByDueDate">Reported complete or closed by the due date.</param>
/// <param name="DoneOnUnknownDay">Where that cannot be said, because a day is unknown.</param>
/// <param name="Accepted">Accepted at some time.</param>
/// <param name="EndedOverdue">Withdrawn or superseded while overdue.</param>
internal sealed record DueDayCount(
    CommitmentStatus Status,
    DateOnly? DueDate,
    int Total,
    int Overdue,
    int Running,
    int ReportedComplete,
    int ReportedCompletePastDue,
    int DoneByDueDate,
    int DoneOnUnknownDay,
    int WithoutReporting,
    int Accepted,
    int EndedOverdue
);

/// <summary>Computes all figures that depend only on due date and status.</summary>
internal sealed class DueDays(IReadOnlyList<DueDayCount> days, DateOnly today)
{
    private static readonly int[] Years = [0, 1, 2, 5, 10];

    public DateOnly Today { get; } = today;

    public Overview Fill(Overview overview)
    {
        var completed = With(CommitmentStatus.Completed);
        var onTime = completed.Sum(d => d.DoneByDueDate);
        return overview with
        {
            Total = days.Sum(d => d.Total),
            Accepted = days.Sum(d => d.Accepted),
            EndedOverdue = days.Sum(d => d.EndedOverdue),
            ByStatus = [.. Enum.GetValues<CommitmentStatus>().Select(Of)],
            Overdue = days.Sum(d => d.Overdue),
            OldestOverdue = First(d => d.Overdue),
            ReportedComplete = days.Sum(d => d.ReportedComplete),
            ReportedCompletePastDue = days.Sum(d => d.ReportedCompletePastDue),
            DueIn30Days = DueWithin(30),
            DueIn90Days = DueWithin(90),
            NextDue = First(d => d.Running),
            OverdueByAge = Ages(),
            ByDueMonth = Months(),
            CompletedOnTime = onTime,
            CompletedLate = completed.Sum(d => d.Total - d.DoneOnUnknownDay) - onTime,
            WithoutReporting = With(CommitmentStatus.Active).Sum(d => d.WithoutReporting),
        };
    }

    private StatusCount Of(CommitmentStatus status) => new(status, With(status).Sum(d => d.Total), With(status).Sum(d => d.Accepted));

    private List<DueDayCount> With(CommitmentStatus status) => [.. days.Where(d => d.Status == status)];

    private DateOnly? First(Func<DueDayCount, int> count) => days.Where(d => count(d) > 0).Min(d => d.DueDate);

    private DueSoon DueWithin(int ahead)
    {
        var until = Today.AddDays(ahead);
        return new DueSoon(days.Where(d => d.DueDate <= until).Sum(d => d.Running), until);
    }

    private List<AgeCount> Ages() =>
        [
            .. Years.Select(
                (from, i) =>
                {
                    var to = i + 1 < Years.Length ? Years[i + 1] : (int?)null;
                    var first = to is { } years ? Today.AddYears(-years).AddDays(1) : (DateOnly?)null;
                    var last = Today.AddYears(-from);
                    return new AgeCount(
                        from,
                        to,
                        first,
                        last,
                        days.Where(d => (first is null || d.DueDate >= first) && d.DueDate <= last).Sum(d => d.Overdue)
                    );
                }
            ),
        ];

    private List<MonthCount> Months() =>
        [
            .. With(CommitmentStatus.Active)
                .GroupBy(d => (d.DueDate!.Value.Year, d.DueDate.Value.Month))
                .Select(month => new MonthCount(month.Key.Year, month.Key.Month, month.Sum(d => d.Total), month.Sum(d => d.Overdue)))
                .OrderBy(month => (month.Year, month.Month)),
        ];
}
