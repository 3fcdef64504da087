using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The expected and the actual progress of a commitment over time.</summary>
/// <param name="Expected">The points at which the plan changes; empty if there is no plan.</param>
/// <param name="Done">The points of the actual progress, from completed milestones or accepted values; empty if nothing is known.</param>
/// <param name="FromMilestones">True if progress jumps at each point, as with milestones; false if it is interpolated between
/// points.</param>
public sealed record ProgressCurve(IReadOnlyList<CurvePoint> Expected, IReadOnlyList<CurvePoint> Done, bool FromMilestones)
{
    public static readonly ProgressCurve None = new([], [], false);
}

/// <param name="Points">Percent of the whole, 0 to 100, at the end of the day.</param>
public readonly record struct CurvePoint(DateOnly Day, decimal Points);

/// <param name="Commitment">The commitment as read for the same caller.</param>
[Needs(Right.Read)]
public sealed record GetProgressCurve(CommitmentDetails Commitment) : IRequest<ProgressCurve>;

internal sealed class GetProgressCurveHandler(ITrackerDb db) : IRequestHandler<GetProgressCurve, ProgressCurve>
{
    /// <summary>Enough for ten years of weekly reports; beyond that, only the newest are used.</summary>
    private const int MaxValues = 520;

    public async Task<ProgressCurve> Handle(GetProgressCurve query, CancellationToken ct)
    {
        var commitment = query.Commitment;
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
            return ProgressCurve.None;
        var id = new CommitmentId(commitment.Id);
        var values = await db
            .ProgressReports.Where(r => r.CommitmentId == id && r.Status == ProgressReportStatus.Accepted && r.Value != null)
            .OrderByDescending(r => r.AsOf)
            .ThenByDescending(r => r.Seq)
            .Take(MaxValues)
            .Select(r => new { r.AsOf, r.Value })
            .ToListAsync(ct);
        var done = values
            .DistinctBy(v => v.AsOf)
            .Reverse()
            .Select(v => (v.AsOf, Points: ProgressPlan.PointsOf(v.Value, commitment.Measure?.Baseline, commitment.Measure?.Target)))
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
