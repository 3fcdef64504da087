using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The expected and the actual progress of a commitment over time.</summary>
/// <param name="Expected">The points at which the plan changes; empty if there is no plan.</param>
/// <param name="Done">The points of the actual progress, from completed milestones or accepted values; empty if nothing is known.</param>
/// <param name="FromMilestones">True if progress jumps at each point, as with milestones; false if it is interpolated between
/// points.</param>
public sealed record ProgressCurve(IReadOnlyList<CurvePoint> Expected, IReadOnlyList<CurvePoint> Done, bool FromMilestones)
{
    /// <summary>Enough for ten years of weekly reports; beyond that, only the newest are used.</summary>
    internal const int MaxValues = 520;

    public static readonly ProgressCurve None = new([], [], false);

    /// <summary>Whether the curve is drawn from accepted values, because there are dates but no milestones.</summary>
    internal static bool IsFromValues(CommitmentDetails commitment) =>
        commitment is { StartDate: not null, DueDate: not null } && commitment.Milestones.All(m => m.DroppedOn is not null);

    /// <param name="values">The accepted values in the order of saving; not needed unless <see cref="IsFromValues"/>.</param>
    internal static ProgressCurve Of(CommitmentDetails commitment, IEnumerable<ValueOfDay> values)
    {
        var milestones = commitment.Milestones.Where(m => m.DroppedOn is null).ToList();
        if (milestones.Count > 0)
        {
            var whole = milestones.Sum(m => m.Weight);
            return new ProgressCurve(
                Accumulated(milestones.Select(m => (m.DueDate, m.Weight)), whole),
                Accumulated(milestones.Where(m => m.CompletedOn is not null).Select(m => (m.CompletedOn!.Value, m.Weight)), whole),
                FromMilestones: true
            );
        }

        if (commitment.StartDate is not { } start || commitment.DueDate is not { } due)
            return None;
        var done = values
            .GroupBy(v => v.AsOf)
            .OrderBy(day => day.Key)
            .Select(day =>
                (AsOf: day.Key, Points: ProgressPlan.PointsOf(day.Last().Value, commitment.Measure?.Baseline, commitment.Measure?.Target))
            )
            .Where(v => v.Points is not null)
            .Select(v => new CurvePoint(v.AsOf, v.Points!.Value));
        return new ProgressCurve([new CurvePoint(start, 0), new CurvePoint(due, 100)], [.. done], FromMilestones: false);
    }

    /// <summary>One point with the accumulated weight for each day on which a milestone was due or completed.</summary>
    private static List<CurvePoint> Accumulated(IEnumerable<(DateOnly Day, decimal Weight)> changes, decimal whole)
    {
        var sum = 0m;
        return
        [
            .. changes
                .GroupBy(s => s.Day)
                .OrderBy(g => g.Key)
                .Select(g => new CurvePoint(g.Key, (sum += g.Sum(s => s.Weight)) / whole * 100)),
        ];
    }
}

/// <param name="Points">Percent of the whole, 0 to 100, at the end of the day.</param>
public readonly record struct CurvePoint(DateOnly Day, decimal Points);

/// <summary>A value of an accepted progress report.</summary>
/// <param name="Value">In the unit of the measure.</param>
internal sealed record ValueOfDay(DateOnly AsOf, decimal Value);
