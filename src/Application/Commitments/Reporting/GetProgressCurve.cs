using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What was expected of a commitment and what was done, from day to day.</summary>
/// <param name="Expected">Where the plan bends or steps; empty where there is no plan to tell.</param>
/// <param name="Done">The same of what was done: completed milestones, or accepted values; empty where nothing is known.</param>
/// <param name="InSteps">Whether it goes by steps, as milestones do, or along the line between its points.</param>
public sealed record ProgressCurve(IReadOnlyList<CurvePoint> Expected, IReadOnlyList<CurvePoint> Done, bool InSteps)
{
    public static readonly ProgressCurve None = new([], [], false);
}

/// <param name="Points">0 to 100, at the end of the day.</param>
public readonly record struct CurvePoint(DateOnly Day, decimal Points);

/// <param name="Commitment">As it was answered to the same caller.</param>
[Needs(Right.Read)]
public sealed record GetProgressCurve(CommitmentDetails Commitment) : IRequest<ProgressCurve>;

internal sealed class GetProgressCurveHandler(ITrackerDb db) : IRequestHandler<GetProgressCurve, ProgressCurve>
{
    /// <summary>Ten years of weekly reports; of more, the newest.</summary>
    private const int MaxValues = 520;

    public async Task<ProgressCurve> Handle(GetProgressCurve query, CancellationToken ct)
    {
        var commitment = query.Commitment;
        var steps = commitment.Milestones.Where(m => m.DroppedOn is null).ToList();
        if (steps.Count > 0)
        {
            var whole = steps.Sum(s => s.Weight);
            return new ProgressCurve(
                Summed(steps.Select(s => (s.DueDate, s.Weight)), whole),
                Summed(steps.Where(s => s.CompletedOn is not null).Select(s => (s.CompletedOn!.Value, s.Weight)), whole), InSteps: true);
        }

        if (commitment.StartDate is not { } start) return ProgressCurve.None;
        var id = new CommitmentId(commitment.Id);
        var values = await db.ProgressReports.Where(r => r.CommitmentId == id && r.Status == ProgressReportStatus.Accepted && r.Value != null)
            .OrderByDescending(r => r.AsOf).ThenByDescending(r => r.Seq).Take(MaxValues).Select(r => new { r.AsOf, r.Value }).ToListAsync(ct);
        var done = values.DistinctBy(v => v.AsOf).Reverse()
            .Select(v => (v.AsOf, Points: ProgressPlan.PointsOf(v.Value, commitment.Measure?.Baseline, commitment.Measure?.Target)))
            .Where(v => v.Points is not null).Select(v => new CurvePoint(v.AsOf, v.Points!.Value));
        return new ProgressCurve([new CurvePoint(start, 0), new CurvePoint(commitment.DueDate, 100)], [.. done], InSteps: false);
    }

    /// <summary>One point for each day on which something was due or done: all that was by then.</summary>
    private static List<CurvePoint> Summed(IEnumerable<(DateOnly Day, decimal Weight)> steps, decimal whole)
    {
        var sum = 0m;
        return [.. steps.GroupBy(s => s.Day).OrderBy(g => g.Key).Select(g => new CurvePoint(g.Key, (sum += g.Sum(s => s.Weight)) / whole * 100))];
    }
}
