using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

internal static class ReviewDeadlines
{
    /// <returns>
    /// When the review of the oldest pending report or change request is due, except for the one being decided; null if none is pending.
    /// </returns>
    public static async Task<DateTimeOffset?> NextReviewDueAsync(
        this ITrackerDb db,
        CommitmentId id,
        CancellationToken ct,
        ProgressReportId? report = null,
        ChangeRequestId? change = null
    )
    {
        var reports = db.ProgressReports.Where(r => r.CommitmentId == id && r.Status == ProgressReportStatus.Submitted);
        if (report is { } decided)
            reports = reports.Where(r => r.Id != decided);
        var changes = db.ChangeRequests.Where(c => c.CommitmentId == id && c.Status == ChangeRequestStatus.Requested);
        if (change is { } decidedChange)
            changes = changes.Where(c => c.Id != decidedChange);
        var (a, b) = (
            await reports.MinAsync(r => (DateTimeOffset?)r.ReviewDueAt, ct),
            await changes.MinAsync(c => (DateTimeOffset?)c.ReviewDueAt, ct)
        );
        return a is null ? b
            : b is null || a < b ? a
            : b;
    }
}
