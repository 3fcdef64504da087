using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Who would decide. The same rules as in <see cref="PendingDecisions"/>, which refuses a decision.</summary>
/// <param name="OrganizationId">The organization the person belongs to; null for none.</param>
/// <param name="Self">The person as somebody who files.</param>
internal sealed record Reviewer(OrganizationId? OrganizationId, Filer Self);

/// <summary>
/// What awaits a decision that a reviewer may make: submitted commitments, progress reports, change requests and reported completions. Each
/// table has an index of what waits there; a page takes the oldest rows of each and merges them, so it costs the same however many wait.
/// </summary>
internal sealed class WaitingReviews(ITrackerDb db, TimeProvider time)
{
    public async Task<Page<WaitingReview>> PageAsync(
        Reviewer reviewer,
        WaitingReviewKind? kind,
        PartnershipId? partnership,
        int limit,
        string? cursor,
        CancellationToken ct
    )
    {
        var after = cursor is null ? null : Cursor.Read<ReviewPlace>(cursor);
        var tables = Tables(reviewer, kind, partnership).ToList();
        var rows = new List<WaitingReviewRow>();
        foreach (var (table, waiting) in tables)
            rows.AddRange(await RowsOf(table, After(waiting, table, after), limit + 1).ToListAsync(ct));

        var inOrder = rows.OrderBy(r => r.Place.Since).ThenBy(r => r.Place.Table).ThenBy(r => r.Seq).ToList();
        var page = inOrder.Take(limit).ToList();
        var next = inOrder.Count > limit ? new Cursor<ReviewPlace>(page[^1].Place, page[^1].Seq).Write() : null;
        var total =
            cursor is not null ? (int?)null
            : next is null ? page.Count
            : await CountAsync(tables.Select(t => t.Waiting), ct);
        var now = time.GetUtcNow();
        return new Page<WaitingReview>(page.ConvertAll(row => row.At(now)), next, total);
    }

    /// <returns>How many decisions are overdue.</returns>
    public Task<int> CountOverdueAsync(Reviewer reviewer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return CountAsync(Tables(reviewer, null, null).Select(t => t.Waiting.Where(w => w.DueAt <= now)), ct);
    }

    /// <summary>What waits of each kind; the number decides the order of rows of the same instant.</summary>
    private IEnumerable<(int Table, IQueryable<Waiting> Waiting)> Tables(
        Reviewer reviewer,
        WaitingReviewKind? kind,
        PartnershipId? partnership
    )
    {
        var commitments = db.Commitments.AsQueryable();
        if (reviewer.OrganizationId is { } own)
            commitments = commitments.Where(c => c.OrganizationId != own && c.Supporters.All(s => s.OrganizationId != own));
        if (partnership is { } only)
            commitments = commitments.Where(c => c.PartnershipId == only);

        if (kind is null or WaitingReviewKind.Commitment)
            yield return (0, Submissions(commitments, reviewer));
        if (kind is null or WaitingReviewKind.ProgressReport)
            yield return (1, ProgressReports(commitments, reviewer));
        if (kind is null or WaitingReviewKind.ChangeRequest)
            yield return (2, ChangeRequests(commitments, reviewer));
        if (kind is null or WaitingReviewKind.Completion)
            yield return (3, Completions(commitments, reviewer));
    }

    private static IQueryable<Waiting> Submissions(IQueryable<Commitment> commitments, Reviewer reviewer) =>
        Undecided(
            commitments.Where(c => c.Status == CommitmentStatus.Submitted).WhereNotFiledBy(c => c.SubmittedBy, reviewer.Self),
            WaitingReviewKind.Commitment
        );

    private IQueryable<Waiting> Completions(IQueryable<Commitment> commitments, Reviewer reviewer)
    {
        var reports = db.ProgressReports.Where(PendingDecisions.IsPartOfOutcome).WhereFiledBy(r => r.FiledBy, reviewer.Self);
        var milestones = db.Milestones.WhereFiledBy(m => m.CompletedBy, reviewer.Self);
        return Undecided(
            commitments.Where(c =>
                c.Status == CommitmentStatus.Active
                && !reports.Any(r => r.CommitmentId == c.Id)
                && !milestones.Any(m => m.CommitmentId == c.Id)
            ),
            WaitingReviewKind.Completion
        );
    }

    private static IQueryable<Waiting> Undecided(IQueryable<Commitment> commitments, WaitingReviewKind kind) =>
        commitments
            .Where(c => c.AwaitsDecisionSince != null)
            .Select(c => new Waiting
            {
                Seq = c.Seq,
                Since = c.AwaitsDecisionSince!.Value,
                DueAt = c.DecisionDueAt!.Value,
                Kind = kind,
                CommitmentId = c.Id,
                Id = c.Id.Value,
            });

    /// <summary>
    /// Those that report completion wait as the completion of their commitment, unless they did so before it was reopened.
    /// </summary>
    private IQueryable<Waiting> ProgressReports(IQueryable<Commitment> commitments, Reviewer reviewer)
    {
        var reports = db
            .ProgressReports.Where(r => r.Status == ProgressReportStatus.Submitted)
            .WhereNotFiledBy(r => r.FiledBy, reviewer.Self);
        if (reviewer.OrganizationId is { } own)
            reports = reports.Where(r => r.OrganizationId != own);
        return reports
            .Where(r =>
                commitments.Any(c =>
                    c.Id == r.CommitmentId && c.Status == CommitmentStatus.Active && (!r.ReportsCompletion || c.ReportedCompleteOn == null)
                )
            )
            .Select(r => new Waiting
            {
                Seq = r.Seq,
                Since = r.SubmittedAt,
                DueAt = r.ReviewDueAt,
                Kind = WaitingReviewKind.ProgressReport,
                CommitmentId = r.CommitmentId,
                Id = r.Id.Value,
            });
    }

    private IQueryable<Waiting> ChangeRequests(IQueryable<Commitment> commitments, Reviewer reviewer) =>
        db
            .ChangeRequests.Where(r => r.Status == ChangeRequestStatus.Requested)
            .WhereNotFiledBy(r => r.FiledBy, reviewer.Self)
            .Where(r => commitments.Any(c => c.Id == r.CommitmentId && c.Status == CommitmentStatus.Active))
            .Select(r => new Waiting
            {
                Seq = r.Seq,
                Since = r.RequestedAt,
                DueAt = r.ReviewDueAt,
                Kind = WaitingReviewKind.ChangeRequest,
                CommitmentId = r.CommitmentId,
                Id = r.Id.Value,
            });

    private static IQueryable<Waiting> After(IQueryable<Waiting> waiting, int table, Cursor<ReviewPlace>? cursor)
    {
        if (cursor is not { Key: { Since: var since, Table: var last }, Seq: var seq })
            return waiting;
        return table == last ? waiting.Where(w => w.Since >= since && (w.Since > since || w.Seq > seq))
            : table > last ? waiting.Where(w => w.Since >= since)
            : waiting.Where(w => w.Since > since);
    }

    /// <summary>
    /// Commitment and organization are read only for the rows that are shown, so that the index of what waits is read in order.
    /// </summary>
    private IQueryable<WaitingReviewRow> RowsOf(int table, IQueryable<Waiting> waiting, int count) =>
        waiting
            .OrderBy(w => w.Since)
            .ThenBy(w => w.Seq)
            .Take(count)
            .Join(db.Commitments, w => w.CommitmentId, c => c.Id, (w, c) => new { Waiting = w, Commitment = c })
            .Join(
                db.Organizations,
                row => row.Commitment.OrganizationId,
                o => o.Id,
                (row, o) =>
                    new WaitingReviewRow
                    {
                        Item = new WaitingReview
                        {
                            Kind = row.Waiting.Kind,
                            Id = row.Waiting.Id,
                            CommitmentId = row.Commitment.Id.Value,
                            CommitmentTitle = row.Commitment.Title,
                            OrganizationId = o.Id.Value,
                            OrganizationName = o.Name,
                            PartnershipId = row.Commitment.PartnershipId.Value,
                            WaitingSince = row.Waiting.Since,
                            ReviewDueAt = row.Waiting.DueAt,
                        },
                        Place = new ReviewPlace(row.Waiting.Since, table),
                        Seq = row.Waiting.Seq,
                        TimeZone = o.TimeZone,
                    }
            );

    private static async Task<int> CountAsync(IEnumerable<IQueryable<Waiting>> tables, CancellationToken ct)
    {
        var count = 0;
        foreach (var waiting in tables)
            count += await waiting.CountAsync(ct);
        return count;
    }

    private sealed record Waiting
    {
        public required long Seq { get; init; }

        public required DateTimeOffset Since { get; init; }

        public required DateTimeOffset DueAt { get; init; }

        public required WaitingReviewKind Kind { get; init; }

        public required CommitmentId CommitmentId { get; init; }

        public required Guid Id { get; init; }
    }
}
