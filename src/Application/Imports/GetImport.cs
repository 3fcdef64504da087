using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>How an import stands.</summary>
public sealed record ImportDetails
{
    public Guid Id { get; init; }

    public string FileName { get; init; } = "";

    public bool DryRun { get; init; }

    public ImportState State { get; init; }

    /// <summary>Rows read so far.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that became commitments; of a dry run, that would.</summary>
    public int Imported { get; init; }

    public int Refused { get; init; }

    /// <summary>Rows that were brought in before.</summary>
    public int Unchanged { get; init; }

    public int Warnings { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why the file as a whole failed.</summary>
    public string? Failure { get; init; }

    /// <summary>The first refusals and warnings; all of them are under <c>/items</c>.</summary>
    public IReadOnlyList<ImportIssue> Items { get; init; } = [];
}

/// <param name="Line">The line of the file, or the row of the sheet, on which the row begins; the heading is 1.</param>
/// <param name="Code">Stable.</param>
/// <param name="IsWarning">The row was taken all the same.</param>
public sealed record ImportIssue(int Line, string? Field, string Code, string Message, bool IsWarning)
{
    internal static ImportIssue Of(ImportItem item) =>
        new(item.Line, item.Field, item.Code, Texts.Error(item.Code, JsonSerializer.Deserialize<string?[]>(item.Args)!), item.IsWarning);
}

[Needs(Right.Administer)]
public sealed record GetImport(ImportId ImportId) : IRequest<ImportDetails>;

internal sealed class GetImportHandler(ITrackerDb db) : IRequestHandler<GetImport, ImportDetails>
{
    private const int FirstItems = 500;

    public async Task<ImportDetails> Handle(GetImport query, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().GetAsync("import", i => i.Id == query.ImportId, ct);
        var items = await db.ImportItems.AsNoTracking().Where(i => i.ImportId == import.Id).OrderBy(i => i.Line).ThenBy(i => i.Seq).Take(FirstItems).ToListAsync(ct);
        return ImportAnswers.Of(import) with { Items = [.. items.Select(ImportIssue.Of)] };
    }
}

/// <summary>All refusals and warnings of an import, by line.</summary>
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

/// <summary>The newest first, without their items.</summary>
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

internal static class ImportAnswers
{
    public static ImportDetails Of(ImportRun import) => new()
    {
        Id = import.Id.Value,
        FileName = import.FileName,
        DryRun = import.DryRun,
        State = import.State,
        Rows = import.Rows,
        Imported = import.Imported,
        Refused = import.Refused,
        Unchanged = import.Unchanged,
        Warnings = import.Warnings,
        CreatedAt = import.CreatedAt,
        StartedAt = import.StartedAt,
        FinishedAt = import.FinishedAt,
        Failure = import.FailureCode is { } code ? Texts.Error(code, import.FailureDetail) : null,
    };
}
