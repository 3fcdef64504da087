using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>The figures of a report, frozen: whatever happens later, the report keeps what it said.</summary>
/// <param name="PreviousOverdue">How many were overdue in the report before; null in the first.</param>
/// <param name="Since">The moment of the report before; null in the first.</param>
/// <param name="Delivered">The last ones delivered since then.</param>
/// <param name="DeliveredTotal">How many were delivered since then.</param>
/// <param name="MilestonesCompleted">How many milestones were completed since then.</param>
/// <param name="AuditHead">Where the sealed history ended then; null while nothing was sealed.</param>
public sealed record ReportSnapshot(
    string Name, Overview Overview, int? PreviousOverdue, DateTimeOffset? Since, IReadOnlyList<DeliveredCommitment> Delivered, int DeliveredTotal, int MilestonesCompleted,
    AuditHead? AuditHead = null);

/// <param name="ClosedOn">The day it ended, as it was said.</param>
/// <param name="InTime">Whether that was by its due date.</param>
public sealed record DeliveredCommitment(Guid Id, string Title, string OrganizationName, CommitmentStatus Status, DateOnly DueDate, DateOnly ClosedOn, bool InTime);

/// <summary>Mail is laid out at the outer side.</summary>
public interface IReportRenderer
{
    Task<RenderedReport> RenderAsync(ReportSnapshot snapshot, AccountabilityReportId id);
}

/// <param name="Subject">The finding, in one line.</param>
public sealed record RenderedReport(string Subject, string Html, string Text);

internal static class Deliveries
{
    private const int Shown = 10;

    /// <summary>What was closed as (partly) completed since an instant, the newest first.</summary>
    public static async Task<(int Total, IReadOnlyList<DeliveredCommitment> Shown, int Milestones)> DeliveredSinceAsync(
        this ITrackerDb db, ICurrentUser user, ReportFilter filter, DateTimeOffset? since, DateTimeOffset now, CancellationToken ct)
    {
        var scope = db.Commitments.VisibleTo(db, user).Matching(filter.ToCommitmentFilter(), db, now);
        var delivered = scope.Where(c => c.Status == CommitmentStatus.Completed || c.Status == CommitmentStatus.PartlyCompleted);
        if (since is { } instant) delivered = delivered.Where(c => c.ClosedAt > instant);

        var total = await delivered.CountAsync(ct);
        var rows = await delivered.OrderByDescending(c => c.ClosedAt).Take(Shown).Select(c => new DeliveredCommitment(
            c.Id.Value, c.Title, db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(), c.Status, c.DueDate, c.ClosedOn!.Value,
            (c.ReportedCompleteOn ?? c.ClosedOn!.Value) <= c.DueDate)).ToListAsync(ct);
        var milestones = await db.Milestones.CountAsync(
            m => m.CompletedAt != null && (since == null || m.CompletedAt > since) && scope.Any(c => c.Id == m.CommitmentId), ct);
        return (total, rows, milestones);
    }

    public static CommitmentFilter ToCommitmentFilter(this ReportFilter filter) => new()
    {
        PartnershipId = filter.PartnershipId,
        OrganizationId = filter.OrganizationId,
        SdgGoal = filter.SdgGoal,
        CountryCode = filter.CountryCode,
        Sector = filter.Sector,
        Pillar = filter.Pillar,
    };
}
