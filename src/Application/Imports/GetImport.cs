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
        return ImportAnswers.Of(import) with { Items = [.. items.Select(ImportIssue.Of)] };
    }
}
