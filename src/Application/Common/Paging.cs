using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>
    /// Reads one page by keyset: the rows after the last row of the previous page, by (sort value, sequence). Pages stay correct while rows
    /// are added, and later pages cost as much as the first.
    /// </summary>
    /// <param name="key">The sort value; rows with the same value are ordered by the order of saving.</param>
    /// <param name="project">Turns the rows of the page into items; must keep their order.</param>
    public static async Task<Page<TItem>> ToPageAsync<TRow, TKey, TItem>(
        this IQueryable<TRow> rows,
        IPaged asked,
        Expression<Func<TRow, TKey>> key,
        bool descending,
        Func<IQueryable<TRow>, IQueryable<TItem>> project,
        CancellationToken ct
    )
        where TRow : Entity
    {
        var limit = asked.Limit ?? DefaultLimit;
        rows = rows.UpdatedSince(asked, key);

        // Reads only the keys of the page first, and one more to know whether a next page exists; then only these rows are read in full.
        var places = await rows.After(asked, key, descending).InOrder(key, descending).Select(Place(key)).Take(limit + 1).ToListAsync(ct);
        var next = places.Count > limit ? places[limit - 1].Write() : null;
        var total =
            asked.Cursor is null && next is null ? places.Count
            : asked.WithoutTotal ? null
            : asked.Cursor is null || asked.TotalOnEveryPage ? await rows.CountAsync(ct)
            : (int?)null;
        var seqs = places.Take(limit).Select(p => p.Seq).ToList();
        var page = rows.Where(r => seqs.Contains(r.Seq)).InOrder(key, descending);
        return new Page<TItem>(seqs.Count == 0 ? [] : await project(page).ToListAsync(ct), next, total);
    }

    /// <summary>
    /// Reads one page of rows that belong to a commitment, the newest first. One statement reads and counts them, because they are few.
    /// </summary>
    /// <param name="key">The sort value; rows with the same value are ordered by the order of saving.</param>
    /// <param name="item">Turns a row into an item.</param>
    /// <param name="visible">The commitments that the caller may see.</param>
    /// <exception cref="DomainException">The commitment is not among them (404).</exception>
    public static Task<Page<TItem>> ToPageOfAsync<TRow, TKey, TItem>(
        this IQueryable<TRow> rows,
        CommitmentId id,
        IQueryable<Commitment> visible,
        IPaged asked,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TItem>> item,
        CancellationToken ct
    )
        where TRow : Entity => rows.ToPageOfAsync(visible.Where(c => c.Id == id), "commitment", asked, key, item, ct);

    /// <summary>The same for rows that belong to something else.</summary>
    /// <param name="owner">What the rows belong to; empty where the caller may not see it.</param>
    /// <param name="what">The kind of the owner, as in its refusals.</param>
    /// <exception cref="DomainException">There is no owner (404).</exception>
    public static async Task<Page<TItem>> ToPageOfAsync<TRow, TOwner, TKey, TItem>(
        this IQueryable<TRow> rows,
        IQueryable<TOwner> owner,
        string what,
        IPaged asked,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TItem>> item,
        CancellationToken ct
    )
        where TRow : Entity
    {
        var limit = asked.Limit ?? DefaultLimit;
        rows = rows.Where(_ => owner.Any()).UpdatedSince(asked, key);
        var found = await rows.After(asked, key, descending: true)
            .InOrder(key, descending: true)
            .Take(limit + 1)
            .Select(Placed(key, item, asked.Cursor is null ? rows : null))
            .ToListAsync(ct);
        if (found.Count == 0 && !await owner.AnyAsync(ct))
            throw DomainException.NotFound(what);
        return new Page<TItem>(
            [.. found.Take(limit).Select(row => row.Item)],
            found.Count > limit ? found[limit - 1].Place.Write() : null,
            asked.Cursor is null ? found.FirstOrDefault()?.Total ?? 0 : null
        );
    }

    private static IQueryable<TRow> InOrder<TRow, TKey>(this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, bool descending)
        where TRow : Entity => descending ? rows.OrderByDescending(key).ThenByDescending(r => r.Seq) : rows.OrderBy(key).ThenBy(r => r.Seq);

    private static IQueryable<TRow> After<TRow, TKey>(
        this IQueryable<TRow> rows,
        IPaged asked,
        Expression<Func<TRow, TKey>> key,
        bool descending
    )
        where TRow : Entity => asked.Cursor is null ? rows : rows.Where(After(key, descending, Cursor.Read<TKey>(asked.Cursor)));

    private static IQueryable<TRow> UpdatedSince<TRow, TKey>(this IQueryable<TRow> rows, IPaged asked, Expression<Func<TRow, TKey>> key) =>
        asked is ISupportsUpdatedSince { UpdatedSince: { } since } && typeof(TRow).IsSubclassOf(typeof(TrackedEntity))
            ? rows.Where(UpdatedSince(key, since))
            : rows;

    private static Expression<Func<TRow, bool>> UpdatedSince<TRow, TKey>(Expression<Func<TRow, TKey>> key, DateTimeOffset since)
    {
        var row = key.Parameters[0];
        var parameter = Expression.Property(Expression.Constant(new { since }), "since");
        return Expression.Lambda<Func<TRow, bool>>(
            Expression.GreaterThanOrEqual(Expression.Property(row, nameof(TrackedEntity.UpdatedAt)), parameter),
            row
        );
    }

    /// <summary>The condition (k, seq) after (key, seq), in a form that lets the database start an index range at the key.</summary>
    private static Expression<Func<TRow, bool>> After<TRow, TKey>(Expression<Func<TRow, TKey>> key, bool descending, Cursor<TKey> cursor)
        where TRow : Entity
    {
        var row = key.Parameters[0];
        var value = Expression.Property(Expression.Constant(cursor), nameof(Cursor<TKey>.Key));
        var seq = Expression.Property(Expression.Constant(cursor), nameof(Cursor<TKey>.Seq));
        var rowSeq = Expression.Property(row, nameof(Entity.Seq));
        var (beyond, atOrBeyond) = descending
            ? (ExpressionType.LessThan, ExpressionType.LessThanOrEqual)
            : (ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual);

        var body = Expression.AndAlso(
            Compare(atOrBeyond, key.Body, value),
            Expression.OrElse(Compare(beyond, key.Body, value), Expression.MakeBinary(beyond, rowSeq, seq))
        );
        return Expression.Lambda<Func<TRow, bool>>(body, row);
    }

    private static BinaryExpression Compare(ExpressionType type, Expression left, Expression right) =>
        left.Type == typeof(string)
            ? Expression.MakeBinary(
                type,
                Expression.Call(typeof(string), nameof(string.Compare), null, left, right),
                Expression.Constant(0)
            )
            : Expression.MakeBinary(type, left, right);

    private static Expression<Func<TRow, Cursor<TKey>>> Place<TRow, TKey>(Expression<Func<TRow, TKey>> key)
        where TRow : Entity => Expression.Lambda<Func<TRow, Cursor<TKey>>>(PlaceOf(key), key.Parameters[0]);

    /// <param name="counted">The rows that are counted in the same statement; null for none.</param>
    private static Expression<Func<TRow, PlacedItem<TKey, TItem>>> Placed<TRow, TKey, TItem>(
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TItem>> item,
        IQueryable<TRow>? counted
    )
        where TRow : Entity
    {
        // The counted rows are inside this lambda and may name the parameter of the key in one of their own.
        var row = Expression.Parameter(typeof(TRow));
        var ownKey = Expression.Lambda<Func<TRow, TKey>>(ReplacingExpressionVisitor.Replace(key.Parameters[0], row, key.Body), row);
        var total = counted is null
            ? (Expression)Expression.Constant(null, typeof(int?))
            : Expression.Convert(
                Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(TRow)], counted.Expression),
                typeof(int?)
            );
        var create = Expression.New(
            typeof(PlacedItem<TKey, TItem>).GetConstructor([typeof(Cursor<TKey>), typeof(TItem), typeof(int?)])!,
            PlaceOf(ownKey),
            ReplacingExpressionVisitor.Replace(item.Parameters[0], row, item.Body),
            total
        );
        return Expression.Lambda<Func<TRow, PlacedItem<TKey, TItem>>>(create, row);
    }

    private static NewExpression PlaceOf<TRow, TKey>(Expression<Func<TRow, TKey>> key)
        where TRow : Entity =>
        Expression.New(
            typeof(Cursor<TKey>).GetConstructor([typeof(TKey), typeof(long)])!,
            key.Body,
            Expression.Property(key.Parameters[0], nameof(Entity.Seq))
        );

    private sealed record PlacedItem<TKey, TItem>(Cursor<TKey> Place, TItem Item, int? Total);
}
