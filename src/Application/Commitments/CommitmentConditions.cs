using System.Linq.Expressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Rules of the aggregate for one commitment or milestone, as conditions that the database can evaluate for many.</summary>
public static class CommitmentConditions
{
    /// <summary>The same rule as <see cref="Completion.IsOnTime"/>; false where that is unknown.</summary>
    public static readonly Expression<Func<Commitment, bool>> IsOnTime = c => (c.ReportedCompleteOn ?? c.ClosedOn) <= c.DueDate;

    /// <summary>Whether a completed commitment was on time cannot be said, because a day is not known.</summary>
    public static readonly Expression<Func<Commitment, bool>> IsOnTimeUnknown = c =>
        (c.ReportedCompleteOn == null && c.ClosedOn == null) || c.DueDate == null;

    /// <summary>Reported complete, awaiting review.</summary>
    public static readonly Expression<Func<Commitment, bool>> IsReportedComplete = c =>
        c.ReportedCompleteOn != null && c.Status == CommitmentStatus.Active;

    /// <summary>The same rule as <see cref="Commitment.IsOverdue"/>.</summary>
    public static Expression<Func<Commitment, bool>> IsOverdue(DateTimeOffset now) => c => c.OverdueAt <= now;

    /// <summary>The rule of <see cref="IsOverdue"/> where only the stored <c>OverdueAt</c> is grouped and counted.</summary>
    public static Expression<Func<DateTimeOffset?, bool>> HasPassed(DateTimeOffset now) => overdueAt => overdueAt <= now;

    /// <summary>The same rule as <see cref="Commitment.IsOverdue"/>.</summary>
    public static IQueryable<Commitment> WhereOverdue(this IQueryable<Commitment> commitments, DateTimeOffset now) =>
        commitments.Where(IsOverdue(now));

    /// <summary>All that <see cref="WhereOverdue(IQueryable{Commitment}, DateTimeOffset)"/> leaves out.</summary>
    public static IQueryable<Commitment> WhereNotOverdue(this IQueryable<Commitment> commitments, DateTimeOffset now) =>
        commitments.Where(c => c.OverdueAt == null || c.OverdueAt > now);

    /// <summary>The same rule as <see cref="Milestone.IsOverdue"/>.</summary>
    public static IQueryable<Milestone> WhereOverdue(this IQueryable<Milestone> milestones, DateTimeOffset now) =>
        milestones.Where(m => m.OverdueAt <= now);

    /// <summary>Reported complete, awaiting review.</summary>
    public static IQueryable<Commitment> WhereReportedComplete(this IQueryable<Commitment> commitments) =>
        commitments.Where(IsReportedComplete);

    /// <summary>All that <see cref="WhereReportedComplete"/> leaves out.</summary>
    public static IQueryable<Commitment> WhereNotReportedComplete(this IQueryable<Commitment> commitments) =>
        commitments.Where(c => c.ReportedCompleteOn == null || c.Status != CommitmentStatus.Active);

    /// <summary>They name no country, and the organization's is unknown.</summary>
    public static IQueryable<Commitment> WhereCountryUnknown(this IQueryable<Commitment> commitments, ITrackerDb db) =>
        commitments.Where(c =>
            db.Organizations.Where(o => o.CountryCode == null).Select(o => o.Id).Contains(c.OrganizationId)
            && !db.CommitmentCountries.Any(country => country.CommitmentId == c.Id)
        );

    /// <summary>The same rule as <see cref="Commitment.IsOpen"/>.</summary>
    public static IQueryable<Commitment> WhereOpen(this IQueryable<Commitment> commitments) =>
        commitments.Where(c =>
            c.Status == CommitmentStatus.Draft || c.Status == CommitmentStatus.Submitted || c.Status == CommitmentStatus.Active
        );

    /// <summary>
    /// Open, but nobody can be reached about them, because their organization has no contact. A member cannot leave its partnership before
    /// its open commitments are handed over, so none is left behind in that way.
    /// </summary>
    public static IQueryable<Commitment> WhereOrphaned(this IQueryable<Commitment> commitments, ITrackerDb db)
    {
        var silent = db.Organizations.WhereWithoutContact(db).Select(o => o.Id);
        return commitments.WhereOpen().Where(c => silent.Contains(c.OrganizationId));
    }

    /// <summary>
    /// A progress report of this organization was returned, and the organization has sent no newer one.
    /// </summary>
    public static IQueryable<Commitment> WhereReportReturnedTo(
        this IQueryable<Commitment> commitments,
        ITrackerDb db,
        OrganizationId organization
    )
    {
        var returned = db.UnansweredReturns(organization).Select(r => r.CommitmentId);
        return commitments.Where(c => c.Status == CommitmentStatus.Active && returned.Contains(c.Id));
    }

    /// <summary>The returned progress reports of an organization that are not followed by a newer one of it.</summary>
    public static IQueryable<ProgressReport> UnansweredReturns(this ITrackerDb db, OrganizationId organization) =>
        db.ProgressReports.Where(r =>
            r.OrganizationId == organization
            && r.Status == ProgressReportStatus.Returned
            && !db.ProgressReports.Any(newer =>
                newer.CommitmentId == r.CommitmentId && newer.OrganizationId == r.OrganizationId && newer.Seq > r.Seq
            )
        );

    /// <summary>The same rule as <see cref="Commitment.IsParty"/>.</summary>
    public static IQueryable<Commitment> WhereParty(this IQueryable<Commitment> commitments, OrganizationId organization) =>
        commitments.Where(c => c.OrganizationId == organization || c.Supporters.Any(s => s.OrganizationId == organization));
}
