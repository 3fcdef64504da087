using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Exports;

/// <summary>Exports the progress reports of the commitments that the caller may see, as a table.</summary>
[Needs(Right.Read)]
public sealed record ExportProgressReports : CommitmentFilter, IRequest
{
    /// <param name="filter">Filters their commitments.</param>
    /// <param name="destination">A stream that is not closed.</param>
    public ExportProgressReports(CommitmentFilter filter, TableFormat format, Stream destination)
        : base(filter) => (Format, Destination) = (format, destination);

    public TableFormat Format { get; }

    public Stream Destination { get; }
}

internal sealed class ExportProgressReportsValidator : AbstractValidator<ExportProgressReports>
{
    public ExportProgressReportsValidator(IVocabulary vocabulary) =>
        Include(new CommitmentFilterValidator<ExportProgressReports>(vocabulary));
}

internal sealed class ExportProgressReportsHandler(ITrackerDb db, ICurrentUser user, ITableWriter writer, TimeProvider time)
    : IRequestHandler<ExportProgressReports>
{
    private static readonly IReadOnlyList<Column<ExportRow<ReportRow>>> Columns =
    [
        .. Subjects.Columns<ReportRow>(),
        new("id", r => r.Row.Report.Id.Value),
        new("reporter", r => r.Row.Reporter),
        new("asOf", r => r.Row.Report.AsOf),
        new("value", r => r.Row.Report.Value),
        new("unit", r => r.Subject.Unit),
        new("narrative", r => r.Row.Report.Narrative),
        new("barriers", r => r.Row.Report.Barriers),
        new("reportsCompletion", r => r.Row.Report.ReportsCompletion),
        new("status", r => r.Row.Report.Status),
        new("submittedAt", r => r.Row.Report.SubmittedAt),
        new("reviewDueAt", r => r.Row.Report.ReviewDueAt),
        new("decidedAt", r => r.Row.Report.DecidedAt),
        new("reviewNote", r => r.Row.Report.ReviewNote),
        new("evidence", r => string.Join('\n', r.Row.Report.Evidence.OrderBy(e => e.Seq).Select(e => e.Url ?? e.FileName))),
    ];

    public async Task<Unit> Handle(ExportProgressReports query, CancellationToken ct)
    {
        var commitments = db.Commitments.VisibleTo(db, user).Matching(query, db, time.GetUtcNow()).Select(c => c.Id);
        var reports = db.ProgressReports.Where(r => commitments.Contains(r.CommitmentId)).Include(r => r.Evidence).AsSplitQuery();
        var rows = RowsAsync(reports, ct).WithSubjectsAsync(db, r => r.Report.CommitmentId);
        await writer.WriteAsync(query.Destination, query.Format, [ExportTable.Of("reports", Columns, rows)], ct);
        return Unit.Value;
    }

    private async IAsyncEnumerable<List<ReportRow>> RowsAsync(
        IQueryable<ProgressReport> reports,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var some in reports.InBatchesAsync(ct))
        {
            var names = await db.NamesAsync(some.Select(r => r.OrganizationId), ct);
            yield return [.. some.Select(r => new ReportRow(r, names[r.OrganizationId]))];
        }
    }

    private sealed record ReportRow(ProgressReport Report, string Reporter);
}
