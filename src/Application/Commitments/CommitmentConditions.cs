using System.Linq.Expressions;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The questions that the aggregate answers about one commitment or milestone, for the database to answer about many.</summary>
public static class CommitmentConditions
{
    /// <summary>The question of <see cref="Completion.IsOnTime"/>.</summary>
    public static readonly Expression<Func<Commitment, bool>> IsOnTime = c => (c.ReportedCompleteOn ?? c.ClosedOn) <= c.DueDate;

    /// <summary>The question of <see cref="Commitment.IsOverdue"/>.</summary>
    public static IQueryable<Commitment> WhereOverdue(this IQueryable<Commitment> commitments, DateTimeOffset now) => commitments.Where(c => c.OverdueAt <= now);

    /// <summary>The question of <see cref="Milestone.IsOverdue"/>.</summary>
    public static IQueryable<Milestone> WhereOverdue(this IQueryable<Milestone> milestones, DateTimeOffset now) => milestones.Where(m => m.OverdueAt <= now);

    /// <summary>Reported complete, awaiting review.</summary>
    public static IQueryable<Commitment> WhereReportedComplete(this IQueryable<Commitment> commitments) =>
        commitments.Where(c => c.ReportedCompleteOn != null && c.Status == CommitmentStatus.Active);
}
