using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Loads reports and change requests that await a decision, and refuses reviewers who belong to an organization of the commitment.
/// </summary>
internal sealed class PendingDecisions(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
{
    /// <exception cref="Domain.Common.DomainException">
    /// Not found, another version expected, or the caller belongs to an organization of the commitment.
    /// </exception>
    public async Task<PendingReport> OfReportAsync(CommitmentId id, ProgressReportId reportId, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, id, ct, closedBy: reportId);
        user.MustNotBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == reportId && r.CommitmentId == id, ct);
        user.MustNotHaveReported(report);
        var next = await db.NextReviewDueAsync(id, ct, report: reportId);
        return new PendingReport(commitment, report, next, await contexts.OfAsync(commitment.OrganizationId, ct));
    }

    /// <exception cref="Domain.Common.DomainException">
    /// Not found, another version expected, or the caller belongs to an organization of the commitment.
    /// </exception>
    public async Task<PendingChangeRequest> OfChangeRequestAsync(CommitmentId id, ChangeRequestId changeRequestId, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, id, ct);
        user.MustNotBeAParty(commitment);
        var request = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == changeRequestId && c.CommitmentId == id, ct);
        var next = await db.NextReviewDueAsync(id, ct, change: changeRequestId);
        return new PendingChangeRequest(commitment, request, next, await contexts.OfAsync(commitment.OrganizationId, ct));
    }
}

/// <param name="NextReviewDueAt">When the oldest other report or request that awaits review is due; null if there is none.</param>
internal sealed record PendingReport(Commitment Commitment, ProgressReport Report, DateTimeOffset? NextReviewDueAt, DecisionContext Context);

/// <param name="NextReviewDueAt">When the oldest other report or request that awaits review is due; null if there is none.</param>
internal sealed record PendingChangeRequest(Commitment Commitment, ChangeRequest Request, DateTimeOffset? NextReviewDueAt, DecisionContext Context);
