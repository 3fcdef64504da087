using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

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

[Needs(Right.Read)]
public sealed record GetProgressCurve(CommitmentId CommitmentId) : IRequest<ProgressCurve>;

internal sealed class GetProgressCurveHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetProgressCurve, ProgressCurve>
{
    /// <summary>Ten years of weekly reports; of more, the newest.</summary>
    private const int MostValues = 520;

    public async Task<ProgressCurve> Handle(GetProgressCurve query, CancellationToken ct)
    {
        var found = await db.Commitments.VisibleTo(db, user).Where(c => c.Id == query.CommitmentId).Select(c => new
        {
            c.StartDate,
            c.DueDate,
            c.Measure,
            Steps = c.Milestones.Where(m => m.DroppedOn == null).Select(m => new { m.DueDate, m.Weight, m.CompletedOn }).ToList(),
            Values = db.ProgressReports.Where(r => r.CommitmentId == c.Id && r.Status == ProgressReportStatus.Accepted && r.Value != null)
                .OrderByDescending(r => r.AsOf).ThenByDescending(r => r.Seq).Take(MostValues).Select(r => new { r.AsOf, r.Value }).ToList(),
        }).AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("commitment");

        if (found.Steps.Count > 0)
        {
            return new ProgressCurve(
                Summed(found.Steps.Select(s => (s.DueDate, s.Weight)), found.Steps.Sum(s => s.Weight)),
                Summed(found.Steps.Where(s => s.CompletedOn is not null).Select(s => (s.CompletedOn!.Value, s.Weight)), found.Steps.Sum(s => s.Weight)),
                InSteps: true);
        }

        if (found.StartDate is not { } start) return ProgressCurve.None;
        var done = found.Values.DistinctBy(v => v.AsOf).Reverse()
            .Select(v => (v.AsOf, Points: ProgressPlan.PointsOf(v.Value, found.Measure?.Baseline, found.Measure?.Target)))
            .Where(v => v.Points is not null).Select(v => new CurvePoint(v.AsOf, v.Points!.Value));
        return new ProgressCurve([new CurvePoint(start, 0), new CurvePoint(found.DueDate, 100)], [.. done], InSteps: false);
    }

    /// <summary>One point for each day on which something was due or done: all that was by then.</summary>
    private static List<CurvePoint> Summed(IEnumerable<(DateOnly Day, decimal Weight)> steps, decimal whole)
    {
        var sum = 0m;
        return [.. steps.GroupBy(s => s.Day).OrderBy(g => g.Key).Select(g => new CurvePoint(g.Key, (sum += g.Sum(s => s.Weight)) / whole * 100))];
    }
}
