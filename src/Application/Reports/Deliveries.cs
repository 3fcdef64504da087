using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class Deliveries
{
    private const int Shown = 10;

    /// <summary>
    /// Commitments closed as completed or partly completed since an instant, the newest first, and the number of milestones completed since
    /// then.
    /// </summary>
    public static async Task<(int Total, IReadOnlyList<CompletedCommitment> Shown, int Milestones)> DeliveredSinceAsync(
        this ITrackerDb db,
        ICurrentUser user,
        ReportFilter filter,
        DateTimeOffset? since,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var scope = db.Commitments.VisibleTo(db, user).Matching(filter.ToCommitmentFilter(), db, now);
        var delivered = scope.Where(c => c.Status == CommitmentStatus.Completed || c.Status == CommitmentStatus.PartlyCompleted);
        if (since is { } instant)
            delivered = delivered.Where(c => c.ClosedAt > instant);

        var total = await delivered.CountAsync(ct);
        var rows = await delivered
            .OrderByDescending(c => c.ClosedAt)
            .Take(Shown)
            .Select(c => new CompletedCommitment(
                c.Id.Value,
                c.Title,
                db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(),
                c.Status,
                c.DueDate,
                c.ClosedOn,
                Completion.IsOnTime(c.ReportedCompleteOn, c.ClosedOn, c.DueDate)
            ))
            .ToListAsync(ct);
        var milestones = await db.Milestones.CountAsync(
            m => m.CompletedAt != null && (since == null || m.CompletedAt > since) && scope.Any(c => c.Id == m.CommitmentId),
            ct
        );
        return (total, rows, milestones);
    }
}
