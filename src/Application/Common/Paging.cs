using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
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
        this IQueryable<TRow> rows, IPaged asked, Expression<Func<TRow, TKey>> key, bool descending,
        Func<IQueryable<TRow>, IQueryable<TItem>> project, CancellationToken ct)
        where TRow : Entity
    {
        var limit = asked.Limit ?? DefaultLimit;
        if (asked is ISupportsUpdatedSince { UpdatedSince: { } since } && typeof(TRow).IsSubclassOf(typeof(TrackedEntity))) rows = rows.Where(UpdatedSince(key, since));
        var after = asked.Cursor is null ? rows : rows.Where(After(key, descending, Cursor.Read<TKey>(asked.Cursor)));
        var ordered = descending
            ? after.OrderByDescending(key).ThenByDescending(r => r.Seq)
            : after.OrderBy(key).ThenBy(r => r.Seq);

        // Reads only the keys of the page first, and one more to know whether a next page exists; then only these rows are read in full.
        var places = await ordered.Select(Place(key)).Take(limit + 1).ToListAsync(ct);
        var next = places.Count > limit ? places[limit - 1].Write() : null;
        var total = asked.Cursor is not null ? (int?)null : next is null ? places.Count : await rows.CountAsync(ct);
        var seqs = places.Take(limit).Select(p => p.Seq).ToList();
        var page = rows.Where(r => seqs.Contains(r.Seq));
        var inOrder = descending ? page.OrderByDescending(key).ThenByDescending(r => r.Seq) : page.OrderBy(key).ThenBy(r => r.Seq);
        return new Page<TItem>(seqs.Count == 0 ? [] : await project(inOrder).ToListAsync(ct), next, total);
    }

    /// <summary>Reads one page of rows that belong to a commitment, the newest first.</summary>
    /// <param name="visible">The commitments that the caller may see.</param>
    /// <exception cref="DomainException">The commitment is not among them (404).</exception>
    public static async Task<Page<TItem>> ToPageOfAsync<TRow, TItem>(
        this IQueryable<TRow> rows, CommitmentId id, IQueryable<Commitment> visible, IPaged asked, Func<IQueryable<TRow>, IQueryable<TItem>> project, CancellationToken ct)
        where TRow : Entity
    {
        var page = await rows.Where(_ => visible.Any(c => c.Id == id)).ToPageAsync(asked, r => r.Seq, descending: true, project, ct);
        if (page.Items.Count == 0) await visible.MustExistAsync(id, ct);
        return page;
    }

    private static Expression<Func<TRow, bool>> UpdatedSince<TRow, TKey>(Expression<Func<TRow, TKey>> key, DateTimeOffset since)
    {
        var row = key.Parameters[0];
        var parameter = Expression.Property(Expression.Constant(new { since }), "since");
        return Expression.Lambda<Func<TRow, bool>>(Expression.GreaterThanOrEqual(Expression.Property(row, nameof(TrackedEntity.UpdatedAt)), parameter), row);
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
            Expression.OrElse(Compare(beyond, key.Body, value), Expression.MakeBinary(beyond, rowSeq, seq)));
        return Expression.Lambda<Func<TRow, bool>>(body, row);
    }

    private static BinaryExpression Compare(ExpressionType type, Expression left, Expression right) => left.Type == typeof(string)
        ? Expression.MakeBinary(type, Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0))
        : Expression.MakeBinary(type, left, right);

    private static Expression<Func<TRow, Cursor<TKey>>> Place<TRow, TKey>(Expression<Func<TRow, TKey>> key)
        where TRow : Entity
    {
        var row = key.Parameters[0];
        var create = Expression.New(
            typeof(Cursor<TKey>).GetConstructor([typeof(TKey), typeof(long)])!, key.Body, Expression.Property(row, nameof(Entity.Seq)));
        return Expression.Lambda<Func<TRow, Cursor<TKey>>>(create, row);
    }
}
