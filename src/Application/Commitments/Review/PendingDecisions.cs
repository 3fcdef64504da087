using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Loads what a reviewer decides on. Every decision comes through here, so that nobody decides about an organization they belong to, or on
/// what they filed themselves.
/// </summary>
/// <exception cref="Domain.Common.DomainException">
/// Every method: not found, another version expected, or a decision that the caller may not take.
/// </exception>
internal sealed class PendingDecisions(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
{
    /// <summary>The reports on which the decision about the outcome of their commitment decides, too.</summary>
    public static readonly Expression<Func<ProgressReport, bool>> IsPartOfOutcome = r =>
        r.Status == ProgressReportStatus.Submitted || (r.ReportsCompletion && r.Status == ProgressReportStatus.Accepted);

    /// <summary>For accepting or returning a submitted commitment.</summary>
    public async Task<PendingCommitment> OfSubmissionAsync(CommitmentId id, CancellationToken ct)
    {
        var commitment = await OfOthersAsync(id, ct);
        user.MustNotHaveFiled(commitment.SubmittedBy);
        return new PendingCommitment(commitment, await contexts.OfAsync(commitment.OrganizationId, ct));
    }

    /// <summary>
    /// For assessing, closing or reopening a commitment. That also decides on the reports that await review, on those that report
    /// completion, and on completed milestones.
    /// </summary>
    public async Task<PendingCommitment> OfOutcomeAsync(CommitmentId id, CancellationToken ct)
    {
        var commitment = await OfOthersAsync(id, ct);
        var reporters = await db
            .ProgressReports.Where(r => r.CommitmentId == id)
            .Where(IsPartOfOutcome)
            .Select(r => r.FiledBy)
            .ToListAsync(ct);
        user.MustNotHaveFiled(reporters.Concat(commitment.Milestones.Select(m => m.CompletedBy)));
        return new PendingCommitment(commitment, await contexts.OfAsync(commitment.OrganizationId, ct));
    }

    public async Task<PendingReport> OfReportAsync(CommitmentId id, ProgressReportId reportId, CancellationToken ct)
    {
        var commitment = await OfOthersAsync(id, ct, closedBy: reportId);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == reportId && r.CommitmentId == id, ct);
        user.MustNotHaveReported(report);
        user.MustNotHaveFiled(report.FiledBy);
        var next = await db.NextReviewDueAsync(id, ct, report: reportId);
        var completion = await OtherCompletionAsync(commitment, reportId, ct);
        return new PendingReport(commitment, report, next, completion, await contexts.OfAsync(commitment.OrganizationId, ct));
    }

    public async Task<PendingChangeRequest> OfChangeRequestAsync(CommitmentId id, ChangeRequestId changeRequestId, CancellationToken ct)
    {
        var commitment = await OfOthersAsync(id, ct);
        var request = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == changeRequestId && c.CommitmentId == id, ct);
        user.MustNotHaveFiled(request.FiledBy);
        var next = await db.NextReviewDueAsync(id, ct, change: changeRequestId);
        return new PendingChangeRequest(commitment, request, next, await contexts.OfAsync(commitment.OrganizationId, ct));
    }

    private async Task<Commitment> OfOthersAsync(CommitmentId id, CancellationToken ct, ProgressReportId? closedBy = null)
    {
        var commitment = await db.GetForChangeAsync(user, id, ct, closedBy);
        user.MustNotBeAParty(commitment);
        return commitment;
    }

    /// <summary>Completion that was reported before a commitment was reopened does not count.</summary>
    private Task<ProgressReport?> OtherCompletionAsync(Commitment commitment, ProgressReportId besides, CancellationToken ct)
    {
        var reports = db.ProgressReports.Where(r =>
            r.CommitmentId == commitment.Id && r.Id != besides && r.ReportsCompletion && r.Status != ProgressReportStatus.Returned
        );
        if (commitment.ReopenedAt is { } since)
            reports = reports.Where(r => r.SubmittedAt > since);
        return reports.OrderBy(r => r.Seq).FirstOrDefaultAsync(ct);
    }
}

internal sealed record PendingCommitment(Commitment Commitment, DecisionContext Context);

/// <param name="NextReviewDueAt">When the oldest other report or request that awaits review is due; null if there is none.</param>
/// <param name="OtherCompletion">The first other report that reports completion and was not returned; null if there is none.</param>
internal sealed record PendingReport(
    Commitment Commitment,
    ProgressReport Report,
    DateTimeOffset? NextReviewDueAt,
    ProgressReport? OtherCompletion,
    DecisionContext Context
);

/// <param name="NextReviewDueAt">When the oldest other report or request that awaits review is due; null if there is none.</param>
internal sealed record PendingChangeRequest(
    Commitment Commitment,
    ChangeRequest Request,
    DateTimeOffset? NextReviewDueAt,
    DecisionContext Context
);
