using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

[Needs(Right.Administer)]
public sealed record GetImport(ImportId ImportId) : IRequest<ImportDetails>;

internal sealed class GetImportHandler(ITrackerDb db) : IRequestHandler<GetImport, ImportDetails>
{
    private const int FirstItems = 500;

    public async Task<ImportDetails> Handle(GetImport query, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().GetAsync("import", i => i.Id == query.ImportId, ct);
        var items = await db
            .ImportItems.AsNoTracking()
            .Where(i => i.ImportId == import.Id)
            .OrderBy(i => i.Line)
            .ThenBy(i => i.Seq)
            .Take(FirstItems)
            .ToListAsync(ct);
        var reasons = await db
            .ImportItems.Where(i => i.ImportId == import.Id)
            .GroupBy(i => new
            {
                i.Code,
                i.Field,
                i.IsWarning,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return ImportAnswers.Of(import) with
        {
            Preview = ImportPreviewRow.Read(import.Preview),
            Reasons =
            [
                .. reasons
                    .Select(r => new ImportReason(r.Key.Code, r.Key.Field, r.Key.IsWarning, r.Count))
                    .OrderByDescending(r => r.Count)
                    .ThenBy(r => r.Code, StringComparer.Ordinal)
                    .ThenBy(r => r.Field, StringComparer.Ordinal),
            ],
            Items = [.. items.Select(ImportIssue.Of)],
        };
    }
}
