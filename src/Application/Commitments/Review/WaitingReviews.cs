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
    /// <param name="isCounted">Whether the total is also told on later pages.</param>
    public async Task<Page<WaitingReview>> PageAsync(
        Reviewer reviewer,
        WaitingReviewKind? kind,
        PartnershipId? partnership,
        int limit,
        string? cursor,
        bool isCounted,
        CancellationToken ct
    )
    {
        var after = cursor is null ? null : Cursor.Read<ReviewPlace>(cursor);
        var tables = Tables(reviewer, kind, partnership).ToList();
        var first = tables
            .Select(t => After(t.Waiting, (int)t.Kind, after).OrderBy(w => w.Since).ThenBy(w => w.Seq).Take(limit + 1))
            .Aggregate((all, next) => all.Concat(next));
        var rows = await RowsOf(first, limit + 1).ToListAsync(ct);
        rows = [.. rows.OrderBy(r => r.Place.Since).ThenBy(r => r.Place.Table).ThenBy(r => r.Seq)];
        var page = rows.Take(limit).ToList();
        var next = rows.Count > limit ? new Cursor<ReviewPlace>(page[^1].Place, page[^1].Seq).Write() : null;
        var total =
            cursor is null && next is null ? page.Count
            : cursor is null || isCounted ? await CountAsync(tables.Select(t => t.Waiting), ct)
            : (int?)null;
        var now = time.GetUtcNow();
        return new Page<WaitingReview>(page.ConvertAll(row => row.At(now)), next, total);
    }

    /// <returns>How many decisions are overdue.</returns>
    public Task<int> CountOverdueAsync(Reviewer reviewer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return CountAsync(Tables(reviewer, null, null).Select(t => t.Waiting.Where(w => w.DueAt <= now)), ct);
    }

    /// <summary>What waits of each kind; the number of the kind decides the order of rows of the same instant.</summary>
    private IEnumerable<(WaitingReviewKind Kind, IQueryable<Waiting> Waiting)> Tables(
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
            yield return (WaitingReviewKind.Commitment, Submissions(commitments, reviewer));
        if (kind is null or WaitingReviewKind.ProgressReport)
            yield return (WaitingReviewKind.ProgressReport, ProgressReports(commitments, reviewer));
        if (kind is null or WaitingReviewKind.ChangeRequest)
            yield return (WaitingReviewKind.ChangeRequest, ChangeRequests(commitments, reviewer));
        if (kind is null or WaitingReviewKind.Completion)
            yield return (WaitingReviewKind.Completion, Completions(commitments, reviewer));
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

    private static IQueryable<Waiting> Undecided(IQueryable<Commitment> commitments, WaitingReviewKind kind)
    {
        var table = (int)kind;
        return commitments
            .Where(c => c.AwaitsDecisionSince != null)
            .Select(c => new Waiting
            {
                Seq = c.Seq,
                Since = c.AwaitsDecisionSince!.Value,
                DueAt = c.DecisionDueAt!.Value,
                Table = EF.Constant(table),
                CommitmentId = c.Id,
            });
    }

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
                Table = (int)WaitingReviewKind.ProgressReport,
                CommitmentId = r.CommitmentId,
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
                Table = (int)WaitingReviewKind.ChangeRequest,
                CommitmentId = r.CommitmentId,
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
    private IQueryable<WaitingReviewRow> RowsOf(IQueryable<Waiting> waiting, int count) =>
        waiting
            .OrderBy(w => w.Since)
            .ThenBy(w => w.Table)
            .ThenBy(w => w.Seq)
            .Take(count)
            .Join(db.Commitments, w => w.CommitmentId, c => c.Id, (w, c) =>
                new
                {
                    Waiting = w,
                    Commitment = c,
                    Report = db
                        .ProgressReports.Where(r => w.Table == (int)WaitingReviewKind.ProgressReport && r.Seq == w.Seq)
                        .Select(r => (ProgressReportId?)r.Id)
                        .FirstOrDefault(),
                    Change = db
                        .ChangeRequests.Where(r => w.Table == (int)WaitingReviewKind.ChangeRequest && r.Seq == w.Seq)
                        .Select(r => (ChangeRequestId?)r.Id)
                        .FirstOrDefault(),
                }
            )
            .Join(
                db.Organizations,
                row => row.Commitment.OrganizationId,
                o => o.Id,
                (row, o) =>
                    new WaitingReviewRow
                    {
                        Item = new WaitingReview
                        {
                            Kind = (WaitingReviewKind)row.Waiting.Table,
                            Id =
                                row.Report != null ? row.Report.Value.Value
                                : row.Change != null ? row.Change.Value.Value
                                : row.Commitment.Id.Value,
                            CommitmentId = row.Commitment.Id.Value,
                            CommitmentTitle = row.Commitment.Title,
                            OrganizationId = o.Id.Value,
                            OrganizationName = o.Name,
                            PartnershipId = row.Commitment.PartnershipId.Value,
                            WaitingSince = row.Waiting.Since,
                            ReviewDueAt = row.Waiting.DueAt,
                        },
                        Place = new ReviewPlace(row.Waiting.Since, row.Waiting.Table),
                        Seq = row.Waiting.Seq,
                        TimeZone = o.TimeZone,
                    }
            );

    private static Task<int> CountAsync(IEnumerable<IQueryable<Waiting>> tables, CancellationToken ct) =>
        tables.Aggregate((all, next) => all.Concat(next)).CountAsync(ct);

    private sealed record Waiting
    {
        public required long Seq { get; init; }

        public required DateTimeOffset Since { get; init; }

        public required DateTimeOffset DueAt { get; init; }

        /// <summary>The number of its kind.</summary>
        public required int Table { get; init; }

        public required CommitmentId CommitmentId { get; init; }
    }
}
