using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>
/// The key of a row in one of several tables. Small lists of different kinds are read in one statement: their keys are concatenated, and
/// each key is joined to its row, so that no list multiplies the rows of another.
/// </summary>
internal sealed record RowOf
{
    /// <summary>A number that the query gives the table.</summary>
    public required int Table { get; init; }

    public required long Seq { get; init; }
}

internal static class RowsOf
{
    public static IQueryable<RowOf> In<TRow>(this IQueryable<TRow> rows, int table)
        where TRow : Entity => rows.Select(row => new RowOf { Table = EF.Constant(table), Seq = row.Seq });
}
