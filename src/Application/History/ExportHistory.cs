using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Exports the changes that the caller may see as a table, the newest first, in constant memory. Cells that look like formulas are
/// neutralized.
/// </summary>
[Needs(Right.Read)]
public sealed record ExportHistory : HistoryFilter, IRequest
{
    /// <param name="destination">A stream that is not closed.</param>
    public ExportHistory(HistoryFilter filter, TableFormat format, Stream destination)
        : base(filter) => (Format, Destination) = (format, destination);

    public TableFormat Format { get; }

    public Stream Destination { get; }
}

internal sealed class ExportHistoryValidator : AbstractValidator<ExportHistory>
{
    public ExportHistoryValidator() => Include(new HistoryFilterValidator<ExportHistory>());
}

internal sealed class ExportHistoryHandler(ITrackerDb db, ICurrentUser user, ITableWriter writer, IVocabulary vocabulary)
    : IRequestHandler<ExportHistory>
{
    private const int AtOnce = 1000;

    private static readonly IReadOnlyList<Column<HistoryLine>> Columns =
    [
        new("at", line => line.At),
        new("by", line => line.By),
        new("event", line => line.Event),
        new("text", line => line.Text),
        new("commitmentId", line => line.CommitmentId),
        new("partnershipId", line => line.PartnershipId),
        new("organizationId", line => line.OrganizationId),
        new("initiativeId", line => line.InitiativeId),
        new("dialogueId", line => line.DialogueId),
    ];

    public async Task<Unit> Handle(ExportHistory query, CancellationToken ct)
    {
        var lines = LinesAsync(db.History.VisibleTo(db, user).Matching(query), ct);
        await writer.WriteAsync(query.Destination, query.Format, [ExportTable.Of("history", Columns, lines)], ct);
        return Unit.Value;
    }

    private async IAsyncEnumerable<HistoryLine> LinesAsync(IQueryable<HistoryEntry> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        var some = await AfterAsync(rows, null, ct);
        while (some.Count > 0)
        {
            foreach (var line in await some.AsLinesAsync(db, user, vocabulary, ct))
                yield return line;
            some = some.Count < AtOnce ? [] : await AfterAsync(rows, some[^1], ct);
        }
    }

    private static Task<List<HistoryFacts>> AfterAsync(IQueryable<HistoryEntry> rows, HistoryFacts? last, CancellationToken ct)
    {
        if (last is not null)
            rows = rows.Where(h => h.At <= last.At && (h.At < last.At || h.Seq < last.Seq));
        return rows.OrderByDescending(h => h.At).ThenByDescending(h => h.Seq).Take(AtOnce).AsFacts().ToListAsync(ct);
    }
}
