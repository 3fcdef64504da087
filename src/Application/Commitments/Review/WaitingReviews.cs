using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Who would decide. The same rules as in <see cref="PendingDecisions"/>, which refuses a decision.</summary>
/// <param name="OrganizationId">The organization the person belongs to; null for none.</param>
/// <param name="Self">The person as somebody who files.</param>
internal sealed record Reviewer(OrganizationId? OrganizationId, Filer Self)
{
    public static Reviewer Of(ICurrentUser user) => new(user.OrganizationId, user.AsFiler());
}

/// <summary>
/// What awaits a decision that a reviewer may make: submitted commitments, progress reports, change requests and reported completions. Each
/// table has an index of what waits there; a page takes the oldest rows of each and merges them, so it costs the same however many wait.
/// </summary>
internal sealed class WaitingReviews(ITrackerDb db, TimeProvider time)
{
    /// <param name="isCounted">Whether later pages have the total, too.</param>
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
        var oldest = await Oldest(Tables(reviewer, kind, partnership), after, limit + 1).ToListAsync(ct);
        var page = oldest.Take(limit).ToList();
        var next =
            oldest.Count > limit ? new Cursor<ReviewPlace>(new ReviewPlace(page[^1].Since, page[^1].Table), page[^1].Seq).Write() : null;
        var total =
            cursor is null && next is null ? page.Count
            : cursor is null || isCounted ? await All(reviewer, kind, partnership).CountAsync(ct)
            : (int?)null;
        return new Page<WaitingReview>(await DescribeAsync(page, ct), next, total);
    }

    /// <returns>The first that wait, the oldest first.</returns>
    public async Task<IReadOnlyList<WaitingReview>> OldestAsync(Reviewer reviewer, int count, CancellationToken ct) =>
        await DescribeAsync(await Oldest(Tables(reviewer, null, null), null, count).ToListAsync(ct), ct);

    /// <summary>One number for each waiting row, to be counted.</summary>
    public IQueryable<long> All(Reviewer reviewer, WaitingReviewKind? kind = null, PartnershipId? partnership = null) =>
        Tables(reviewer, kind, partnership).Select(table => table.Waiting.Select(w => w.Seq)).Aggregate(Queryable.Concat);

    /// <returns>How many decisions are overdue.</returns>
    public Task<int> CountOverdueAsync(Reviewer reviewer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return Tables(reviewer, null, null)
            .Select(table => table.Waiting.Where(w => w.DueAt <= now).Select(w => w.Seq))
            .Aggregate(Queryable.Concat)
            .CountAsync(ct);
    }

    /// <summary>What waits in each table; the number decides the order of rows of the same instant.</summary>
    private IEnumerable<(int Number, IQueryable<Waiting> Waiting)> Tables(
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
            yield return (Waiting.Submissions, Submissions(commitments, reviewer));
        if (kind is null or WaitingReviewKind.ProgressReport)
            yield return (Waiting.Reports, ProgressReports(commitments, reviewer));
        if (kind is null)
            yield return (Waiting.Requests, ChangeRequests(db.ChangeRequests, commitments, reviewer));
        if (RequestKind(kind) is { } asked)
            yield return (Waiting.Requests, ChangeRequests(db.ChangeRequests.Where(r => r.Kind == asked), commitments, reviewer));
        if (kind is null or WaitingReviewKind.Completion)
            yield return (Waiting.Completions, Completions(commitments, reviewer));
    }

    private static ChangeRequestKind? RequestKind(WaitingReviewKind? kind) =>
        kind switch
        {
            WaitingReviewKind.ChangeRequest => ChangeRequestKind.Change,
            WaitingReviewKind.Withdrawal => ChangeRequestKind.Withdrawal,
            WaitingReviewKind.Supersession => ChangeRequestKind.Supersession,
            _ => null,
        };

    private static IQueryable<Waiting> Submissions(IQueryable<Commitment> commitments, Reviewer reviewer) =>
        commitments
            .Where(c => c.Status == CommitmentStatus.Submitted && c.AwaitsDecisionSince != null)
            .WhereNotFiledBy(c => c.SubmittedBy, reviewer.Self)
            .Select(c => new Waiting
            {
                Table = Waiting.Submissions,
                Seq = c.Seq,
                Since = c.AwaitsDecisionSince!.Value,
                DueAt = c.DecisionDueAt!.Value,
                Kind = (int)WaitingReviewKind.Commitment,
                CommitmentId = c.Id,
            });

    private IQueryable<Waiting> Completions(IQueryable<Commitment> commitments, Reviewer reviewer)
    {
        var reports = db.ProgressReports.Where(PendingDecisions.IsPartOfOutcome).WhereFiledBy(r => r.FiledBy, reviewer.Self);
        var milestones = db.Milestones.WhereFiledBy(m => m.CompletedBy, reviewer.Self);
        return commitments
            .Where(c =>
                c.Status == CommitmentStatus.Active
                && c.AwaitsDecisionSince != null
                && !reports.Any(r => r.CommitmentId == c.Id)
                && !milestones.Any(m => m.CommitmentId == c.Id)
            )
            .Select(c => new Waiting
            {
                Table = Waiting.Completions,
                Seq = c.Seq,
                Since = c.AwaitsDecisionSince!.Value,
                DueAt = c.DecisionDueAt!.Value,
                Kind = (int)WaitingReviewKind.Completion,
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
                Table = Waiting.Reports,
                Seq = r.Seq,
                Since = r.SubmittedAt,
                DueAt = r.ReviewDueAt,
                Kind = (int)WaitingReviewKind.ProgressReport,
                CommitmentId = r.CommitmentId,
            });
    }

    private static IQueryable<Waiting> ChangeRequests(
        IQueryable<ChangeRequest> requests,
        IQueryable<Commitment> commitments,
        Reviewer reviewer
    ) =>
        requests
            .Where(r => r.Status == ChangeRequestStatus.Requested)
            .WhereNotFiledBy(r => r.FiledBy, reviewer.Self)
            .Where(r => commitments.Any(c => c.Id == r.CommitmentId && c.Status == CommitmentStatus.Active))
            .Select(r => new Waiting
            {
                Table = Waiting.Requests,
                Seq = r.Seq,
                Since = r.RequestedAt,
                DueAt = r.ReviewDueAt,
                Kind =
                    r.Kind == ChangeRequestKind.Withdrawal ? (int)WaitingReviewKind.Withdrawal
                    : r.Kind == ChangeRequestKind.Supersession ? (int)WaitingReviewKind.Supersession
                    : (int)WaitingReviewKind.ChangeRequest,
                CommitmentId = r.CommitmentId,
            });

    private static IQueryable<Waiting> Oldest(
        IEnumerable<(int Number, IQueryable<Waiting> Waiting)> tables,
        Cursor<ReviewPlace>? after,
        int count
    ) =>
        tables
            .Select(table => After(table, after).OrderBy(w => w.Since).ThenBy(w => w.Seq).Take(count))
            .Aggregate(Queryable.Concat)
            .OrderBy(w => w.Since)
            .ThenBy(w => w.Table)
            .ThenBy(w => w.Seq)
            .Take(count);

    private static IQueryable<Waiting> After((int Number, IQueryable<Waiting> Waiting) table, Cursor<ReviewPlace>? cursor)
    {
        if (cursor is not { Key: { Since: var since, Table: var last }, Seq: var seq })
            return table.Waiting;
        return table.Number == last ? table.Waiting.Where(w => w.Since >= since && (w.Since > since || w.Seq > seq))
            : table.Number > last ? table.Waiting.Where(w => w.Since >= since)
            : table.Waiting.Where(w => w.Since > since);
    }

    /// <summary>
    /// Commitment and organization are read only for the rows that are shown, so that the index of what waits is read in order.
    /// </summary>
    private async Task<IReadOnlyList<WaitingReview>> DescribeAsync(List<Waiting> page, CancellationToken ct)
    {
        if (page.Count == 0)
            return [];
        var ids = page.Select(w => w.CommitmentId).Distinct().ToList();
        var (reports, requests) = (SeqsOf(Waiting.Reports), SeqsOf(Waiting.Requests));
        var found = await db
            .Commitments.Where(c => ids.Contains(c.Id))
            .Join(db.Organizations, c => c.OrganizationId, o => o.Id, (c, o) => new { Commitment = c, Organization = o })
            .Select(row => new
            {
                row.Commitment.Id,
                row.Commitment.Title,
                row.Commitment.PartnershipId,
                OrganizationId = row.Organization.Id,
                OrganizationName = row.Organization.Name,
                row.Organization.TimeZone,
                CompletionReport = db
                    .ProgressReports.Where(r => r.Id == row.Commitment.CompletionReportId && r.Status == ProgressReportStatus.Submitted)
                    .Select(r => (ProgressReportId?)r.Id)
                    .FirstOrDefault(),
                Reports = db
                    .ProgressReports.Where(r => r.CommitmentId == row.Commitment.Id && reports.Contains(r.Seq))
                    .Select(r => new { r.Seq, r.Id })
                    .ToList(),
                Requests = db
                    .ChangeRequests.Where(r => r.CommitmentId == row.Commitment.Id && requests.Contains(r.Seq))
                    .Select(r => new { r.Seq, r.Id })
                    .ToList(),
            })
            .AsSingleQuery()
            .ToDictionaryAsync(c => c.Id, ct);
        var now = time.GetUtcNow();
        return
        [
            .. page.Select(w =>
            {
                var of = found[w.CommitmentId];
                var kind = (WaitingReviewKind)w.Kind;
                return new WaitingReview
                {
                    Kind = kind,
                    Id = w.Table switch
                    {
                        Waiting.Reports => of.Reports.Single(r => r.Seq == w.Seq).Id.Value,
                        Waiting.Requests => of.Requests.Single(r => r.Seq == w.Seq).Id.Value,
                        _ => of.Id.Value,
                    },
                    CommitmentId = of.Id.Value,
                    CommitmentTitle = of.Title,
                    OrganizationId = of.OrganizationId.Value,
                    OrganizationName = of.OrganizationName,
                    PartnershipId = of.PartnershipId.Value,
                    CompletionReportId = kind == WaitingReviewKind.Completion ? of.CompletionReport?.Value : null,
                    WaitingSince = w.Since,
                    ReviewDueAt = w.DueAt,
                }.At(now, of.TimeZone);
            }),
        ];

        List<long> SeqsOf(int table) => [.. page.Where(w => w.Table == table).Select(w => w.Seq)];
    }

    private sealed record Waiting
    {
        public const int Submissions = 0;
        public const int Reports = 1;
        public const int Requests = 2;
        public const int Completions = 3;

        public required int Table { get; init; }

        public required long Seq { get; init; }

        public required DateTimeOffset Since { get; init; }

        public required DateTimeOffset DueAt { get; init; }

        /// <summary>A <see cref="WaitingReviewKind"/>, as a number, because it is computed in the query.</summary>
        public required int Kind { get; init; }

        public required CommitmentId CommitmentId { get; init; }
    }
}
