using System.Linq.Expressions;
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
    /// <remarks>
    /// The number is a constant of the query. As a value of <c>EF.Constant</c> it would make EF write the SQL anew each time.
    /// </remarks>
    public static IQueryable<RowOf> In<TRow>(this IQueryable<TRow> rows, int table)
        where TRow : Entity
    {
        var row = Expression.Parameter(typeof(TRow));
        var key = Expression.MemberInit(
            Expression.New(typeof(RowOf)),
            Expression.Bind(typeof(RowOf).GetProperty(nameof(RowOf.Table))!, Expression.Constant(table)),
            Expression.Bind(typeof(RowOf).GetProperty(nameof(RowOf.Seq))!, Expression.Property(row, nameof(Entity.Seq)))
        );
        return rows.Select(Expression.Lambda<Func<TRow, RowOf>>(key, row));
    }
}
