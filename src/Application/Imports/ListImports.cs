using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Lists imports, the newest first, without their items.</summary>
[Needs(Right.Administer)]
public sealed record ListImports(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<ImportDetails>>, ISupportsUpdatedSince;

internal sealed class ListImportsValidator : AbstractValidator<ListImports>
{
    public ListImportsValidator() => this.Paged();
}

internal sealed class ListImportsHandler(ITrackerDb db) : IRequestHandler<ListImports, Page<ImportDetails>>
{
    public async Task<Page<ImportDetails>> Handle(ListImports query, CancellationToken ct)
    {
        var page = await db.Imports.ToPageAsync(query, i => i.Seq, descending: true, imports => imports.AsNoTracking(), ct);
        return new Page<ImportDetails>([.. page.Items.Select(ImportAnswers.Of)], page.Next, page.Total);
    }
}
