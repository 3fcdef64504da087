using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The newest rows of the short lists on the page of a commitment, all read in one statement.</summary>
/// <param name="Commitment">The commitment as read for the same caller.</param>
/// <param name="Rows">At most so many change requests and so many payments.</param>
[Needs(Right.Read)]
public sealed record GetCommitmentRecord(CommitmentDetails Commitment, int Rows = 20) : IRequest<CommitmentRecord>;

/// <param name="Assessments">The last one, if there is one.</param>
/// <param name="Changes">The newest first.</param>
/// <param name="Payments">The newest first.</param>
public sealed record CommitmentRecord(
    IReadOnlyList<AssessmentDetails> Assessments,
    IReadOnlyList<ChangeRequestDetails> Changes,
    Page<PaymentDetails> Payments,
    ProgressCurve Curve
);

internal sealed class GetCommitmentRecordHandler(ITrackerDb db, IConfigurationProvider maps)
    : IRequestHandler<GetCommitmentRecord, CommitmentRecord>
{
    private const int Assessments = 1;
    private const int ChangeRequests = 2;
    private const int Paid = 3;
    private const int Values = 4;

    public async Task<CommitmentRecord> Handle(GetCommitmentRecord query, CancellationToken ct)
    {
        var id = new CommitmentId(query.Commitment.Id);
        var keys = Newest(db.Assessments.Where(a => a.CommitmentId == id), 1)
            .In(Assessments)
            .Concat(Newest(db.ChangeRequests.Where(c => c.CommitmentId == id), query.Rows).In(ChangeRequests))
            .Concat(Newest(db.Payments.Where(p => p.CommitmentId == id), query.Rows).In(Paid));
        if (ProgressCurve.IsFromValues(query.Commitment))
            keys = keys.Concat(AcceptedValues(id).In(Values));
        var rows = await (
            from key in keys
            join a in db.Assessments on new { key.Table, key.Seq } equals new { Table = Assessments, a.Seq } into assessments
            from a in assessments.DefaultIfEmpty()
            join c in db.ChangeRequests on new { key.Table, key.Seq } equals new { Table = ChangeRequests, c.Seq } into changes
            from c in changes.DefaultIfEmpty()
            join p in db.Payments on new { key.Table, key.Seq } equals new { Table = Paid, p.Seq } into payments
            from p in payments.DefaultIfEmpty()
            join v in db.ProgressReports on new { key.Table, key.Seq } equals new { Table = Values, v.Seq } into values
            from v in values.DefaultIfEmpty()
            select new RecordRow
            {
                Seq = key.Seq,
                Assessment = a,
                ChangeRequest = c,
                Payment = p,
                PaymentsTotal = db.Payments.Count(payment => payment.CommitmentId == id),
                Value = v == null ? null : v.Value,
                AsOf = v == null ? null : v.AsOf,
            }
        )
            .ProjectTo<RecordItem>(maps)
            .ToListAsync(ct);

        // The databases return the rows in any order.
        rows = [.. rows.OrderByDescending(row => row.Seq)];
        return new CommitmentRecord(
            [.. rows.Select(row => row.Assessment).OfType<AssessmentDetails>()],
            [.. rows.Select(row => row.ChangeRequest).OfType<ChangeRequestDetails>()],
            PageOf([.. rows.Where(row => row.Payment is not null)]),
            ProgressCurve.Of(
                query.Commitment,
                rows.Where(row => row.Value is not null).Reverse().Select(row => new ValueOfDay(row.AsOf!.Value, row.Value!.Value))
            )
        );
    }

    private static Page<PaymentDetails> PageOf(List<RecordItem> rows)
    {
        var total = rows.Count == 0 ? 0 : rows[0].PaymentsTotal;
        var next = total > rows.Count ? new Cursor<long>(rows[^1].Seq, rows[^1].Seq).Write() : null;
        return new Page<PaymentDetails>([.. rows.Select(row => row.Payment!)], next, total);
    }

    private IQueryable<ProgressReport> AcceptedValues(CommitmentId id) =>
        db
            .ProgressReports.Where(r => r.CommitmentId == id && r.Status == ProgressReportStatus.Accepted && r.Value != null)
            .OrderByDescending(r => r.AsOf)
            .ThenByDescending(r => r.Seq)
            .Take(ProgressCurve.MaxValues);

    private static IQueryable<TRow> Newest<TRow>(IQueryable<TRow> rows, int count)
        where TRow : Domain.Common.Entity => rows.OrderByDescending(r => r.Seq).Take(count);

    private sealed record RecordRow
    {
        public required long Seq { get; init; }

        public required Assessment? Assessment { get; init; }

        public required ChangeRequest? ChangeRequest { get; init; }

        public required Payment? Payment { get; init; }

        public required int PaymentsTotal { get; init; }

        public required decimal? Value { get; init; }

        public required DateOnly? AsOf { get; init; }
    }

    private sealed record RecordItem
    {
        public long Seq { get; init; }

        public AssessmentDetails? Assessment { get; init; }

        public ChangeRequestDetails? ChangeRequest { get; init; }

        public PaymentDetails? Payment { get; init; }

        public int PaymentsTotal { get; init; }

        public decimal? Value { get; init; }

        public DateOnly? AsOf { get; init; }
    }

    private sealed class Maps : Profile
    {
        public Maps() => CreateMap<RecordRow, RecordItem>();
    }
}
