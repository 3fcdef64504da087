using CsvHelper;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>The changes one may see as CSV, the newest first, without end and without growing memory. A cell that looks like a formula is neutralized.</summary>
[Needs(Right.Read)]
public sealed record ExportHistory : HistoryFilter, IRequest
{
    /// <param name="destination">Gets UTF-8; it stays open.</param>
    public ExportHistory(HistoryFilter filter, Stream destination)
        : base(filter) => Destination = destination;

    public Stream Destination { get; }
}

internal sealed class ExportHistoryValidator : AbstractValidator<ExportHistory>
{
    public ExportHistoryValidator() => Include(new HistoryFilterValidator<ExportHistory>());
}

internal sealed class ExportHistoryHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ExportHistory>
{
    private const int AtOnce = 1000;
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public async Task<Unit> Handle(ExportHistory query, CancellationToken ct)
    {
        var rows = db.History.VisibleTo(db, user).Matching(query).AsNoTracking();
        var some = await AfterAsync(rows, null, ct);
        await using var csv = CsvWriter.Create(query.Destination, Options, leaveOpen: true);
        csv.WriteHeader("at", "by", "event", "text", "commitmentId", "partnershipId", "organizationId");
        while (some.Count > 0)
        {
            foreach (var line in await some.AsLinesAsync(db, user, ct))
            {
                csv.WriteField(line.At.UtcDateTime);
                csv.WriteField(line.By);
                csv.WriteField(line.Event);
                csv.WriteField(line.Text);
                csv.WriteField(line.CommitmentId);
                csv.WriteField(line.PartnershipId);
                csv.WriteField(line.OrganizationId);
                await csv.EndRecordAsync(ct);
            }

            some = some.Count < AtOnce ? [] : await AfterAsync(rows, some[^1], ct);
        }

        return Unit.Value;
    }

    private static Task<List<HistoryEntry>> AfterAsync(IQueryable<HistoryEntry> rows, HistoryEntry? last, CancellationToken ct)
    {
        if (last is not null) rows = rows.Where(h => h.At <= last.At && (h.At < last.At || h.Seq < last.Seq));
        return rows.OrderByDescending(h => h.At).ThenByDescending(h => h.Seq).Take(AtOnce).ToListAsync(ct);
    }
}
