using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Checks that the sweep will look at every deadline. When it looks is not recorded, because the sweep moves it without a change; but a
/// deadline that it has not flagged yet must not lie before it.
/// </summary>
internal sealed class SweepTimes(DateTimeOffset now)
{
    public const string Column = nameof(Commitment.SweepAt);

    /// <summary>A commitment that the sweep failed on is put off for an hour.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private static readonly (FlagKind Kind, string Column)[] Deadlines =
    [
        (FlagKind.CommitmentOverdue, nameof(Commitment.OverdueAt)),
        (FlagKind.ReportOverdue, nameof(Commitment.ReportDueAt)),
        (FlagKind.ReviewOverdue, nameof(Commitment.ReviewDueAt)),
        (FlagKind.OffTrack, nameof(Commitment.OffTrackAt)),
    ];

    private readonly List<StoredRow> _swept = [];
    private readonly HashSet<(Guid Subject, string Kind)> _flagged = [];

    /// <summary>Keeps what is needed of a commitment, a milestone or a flag.</summary>
    public void See(StoredRow row)
    {
        if (row.Table.NotRecorded.ContainsKey(Column))
            _swept.Add(row);
        else if (row.Table.Name == "Flags" && row.Instant(nameof(Flag.ClearedAt)) is null)
            _flagged.Add((row.Id(nameof(Flag.MilestoneId)) ?? row.CommitmentId, row.Text(nameof(Flag.Kind)) ?? ""));
    }

    public IEnumerable<RecordDifference> Wrong()
    {
        foreach (var row in _swept)
        {
            var subject = row.Id("Id")!.Value;
            var deadlines = row.Table.CommitmentColumn == "Id" ? Deadlines : [(FlagKind.MilestoneOverdue, nameof(Milestone.OverdueAt))];
            var waiting = deadlines
                .Where(d => !_flagged.Contains((subject, d.Kind.ToString())))
                .Select(d => row.Instant(d.Column))
                .Where(at => at is not null)
                .Min();
            if (waiting is not { } next)
                continue;
            var latest = Math.Max(next, now.UtcTicks);
            var sweepAt = row.Instant(Column);
            if (sweepAt is null || sweepAt > latest + Tolerance.Ticks)
                yield return row.Difference(
                    new RecordedColumn(Column, RecordedKind.Instant, null),
                    $"{latest}",
                    sweepAt is null ? null : $"{sweepAt}"
                );
        }
    }
}
