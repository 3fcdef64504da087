using System.Linq.Expressions;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The rule of <see cref="Filer.IsSameAs"/>, as a condition that the database can evaluate.</summary>
internal static class FiledBy
{
    /// <summary>Rows that somebody filed.</summary>
    /// <param name="filer">The column that stores who filed a row.</param>
    public static IQueryable<T> WhereFiledBy<T>(this IQueryable<T> rows, Expression<Func<T, Filer>> filer, Filer by) =>
        rows.Where(Condition(filer, by, negated: false));

    /// <summary>Rows that others filed, or nobody.</summary>
    /// <inheritdoc cref="WhereFiledBy"/>
    public static IQueryable<T> WhereNotFiledBy<T>(this IQueryable<T> rows, Expression<Func<T, Filer>> filer, Filer by) =>
        rows.Where(Condition(filer, by, negated: true));

    private static Expression<Func<T, bool>> Condition<T>(Expression<Func<T, Filer>> filer, Filer by, bool negated)
    {
        var given = Expression.Constant(by);
        var parts = typeof(Filer)
            .GetProperties()
            .Where(part => part.CanWrite && part.GetValue(by) is not null)
            .Select(part => Expression.Equal(Expression.Property(filer.Body, part), Expression.Property(given, part)))
            .ToList<Expression>();
        var any = parts.Count == 0 ? Expression.Constant(false) : parts.Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(negated ? Expression.Not(any) : any, filer.Parameters);
    }
}
