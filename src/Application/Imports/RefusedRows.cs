using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>The refused rows of a file as they were sent, with their reasons in added columns, to be corrected and sent again.</summary>
internal static class RefusedRows
{
    private const string LineColumn = "refusedLine";
    private const string ReasonsColumn = "refusedBecause";

    /// <summary>The added columns; imports ignore them.</summary>
    public static readonly IReadOnlyList<string> AddedColumns = [LineColumn, ReasonsColumn];

    /// <returns>Whether a file with this heading is such a file.</returns>
    public static bool IsOne(IReadOnlyList<string> heading) => heading.Contains(ReasonsColumn, ColumnNames.Comparer);

    /// <param name="file">The file as it was sent; read while the table is written.</param>
    /// <param name="layout">Of that file, so that the profile fits this one too.</param>
    public static ExportTable Of(ImportRun import, ISpreadsheet file, FileLayout layout, ITrackerDb db, CancellationToken ct)
    {
        var columns = file.Heading.Except(AddedColumns, ColumnNames.Comparer).ToList();
        return new ExportTable(layout.Sheet ?? "refused", [.. columns, .. AddedColumns], RowsAsync(import.Id, columns, file, db, ct))
        {
            Layout = layout,
        };
    }

    private static async IAsyncEnumerable<IEnumerable<object?>> RowsAsync(
        ImportId importId,
        List<string> columns,
        ISpreadsheet file,
        ITrackerDb db,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var items = db
            .ImportItems.AsNoTracking()
            .Where(i => i.ImportId == importId && !i.IsWarning)
            .OrderBy(i => i.Line)
            .ThenBy(i => i.Seq)
            .AsAsyncEnumerable()
            .GetAsyncEnumerator(ct);
        await using var _ = items;
        var more = await items.MoveNextAsync();
        while (more && await file.ReadAsync(ct))
        {
            var reasons = new List<string>();
            for (; more && items.Current.Line <= file.Line; more = await items.MoveNextAsync())
                reasons.Add(ReasonOf(ImportIssue.Of(items.Current)));
            if (reasons.Count > 0)
                yield return [.. columns.Select(file.Cell), (decimal)file.Line, Formula.Neutralize(string.Join('\n', reasons))];
        }
    }

    private static string ReasonOf(ImportIssue issue) => issue.Field is null ? issue.Message : $"{issue.Field}: {issue.Message}";
}
