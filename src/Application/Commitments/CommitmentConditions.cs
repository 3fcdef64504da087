using System.Linq.Expressions;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Rules of the aggregate for one commitment or milestone, as conditions that the database can evaluate for many.</summary>
public static class CommitmentConditions
{
    /// <summary>The same rule as <see cref="Completion.IsOnTime"/>.</summary>
    public static readonly Expression<Func<Commitment, bool>> IsOnTime = c => (c.ReportedCompleteOn ?? c.ClosedOn) <= c.DueDate;

    /// <summary>Reported complete, awaiting review.</summary>
    public static readonly Expression<Func<Commitment, bool>> IsReportedComplete = c =>
        c.ReportedCompleteOn != null && c.Status == CommitmentStatus.Active;

    /// <summary>The same rule as <see cref="Commitment.IsOverdue"/>.</summary>
    public static IQueryable<Commitment> WhereOverdue(this IQueryable<Commitment> commitments, DateTimeOffset now) =>
        commitments.Where(c => c.OverdueAt <= now);

    /// <summary>The same rule as <see cref="Milestone.IsOverdue"/>.</summary>
    public static IQueryable<Milestone> WhereOverdue(this IQueryable<Milestone> milestones, DateTimeOffset now) =>
        milestones.Where(m => m.OverdueAt <= now);

    /// <summary>Reported complete, awaiting review.</summary>
    public static IQueryable<Commitment> WhereReportedComplete(this IQueryable<Commitment> commitments) =>
        commitments.Where(IsReportedComplete);

    /// <summary>The same rule as <see cref="Commitment.IsOpen"/>.</summary>
    public static IQueryable<Commitment> WhereOpen(this IQueryable<Commitment> commitments) =>
        commitments.Where(c =>
            c.Status == CommitmentStatus.Draft || c.Status == CommitmentStatus.Submitted || c.Status == CommitmentStatus.Active
        );

    /// <summary>The same rule as <see cref="Commitment.IsParty"/>.</summary>
    public static IQueryable<Commitment> WhereParty(this IQueryable<Commitment> commitments, OrganizationId organization) =>
        commitments.Where(c => c.OrganizationId == organization || c.Supporters.Any(s => s.OrganizationId == organization));
}
