using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Lists all refusals and warnings of an import, ordered by line.</summary>
[Needs(Right.Administer)]
public sealed record ListImportItems(ImportId ImportId, int? Limit = null, string? Cursor = null) : IRequest<Page<ImportIssue>>, IPaged;

internal sealed class ListImportItemsValidator : AbstractValidator<ListImportItems>
{
    public ListImportItemsValidator() => this.Paged();
}

internal sealed class ListImportItemsHandler(ITrackerDb db) : IRequestHandler<ListImportItems, Page<ImportIssue>>
{
    public async Task<Page<ImportIssue>> Handle(ListImportItems query, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().GetAsync("import", i => i.Id == query.ImportId, ct);
        var page = await db.ImportItems.Where(i => i.ImportId == import.Id).ToPageAsync(query, i => i.Line, descending: false, items => items.AsNoTracking(), ct);
        return new Page<ImportIssue>([.. page.Items.Select(ImportIssue.Of)], page.Next, page.Total);
    }
}
