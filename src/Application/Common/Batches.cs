using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>Streams large results in constant memory.</summary>
public static class Batches
{
    private const int AtOnce = 500;

    /// <summary>
    /// All rows in the order of saving, read in batches of a few hundred; the next batch is read when the previous one was consumed.
    /// </summary>
    public static async IAsyncEnumerable<List<T>> InBatchesAsync<T>(this IQueryable<T> rows, [EnumeratorCancellation] CancellationToken ct)
        where T : Entity
    {
        var some = await AfterAsync(rows, 0, ct);
        while (some.Count > 0)
        {
            yield return some;
            some = some.Count < AtOnce ? [] : await AfterAsync(rows, some[^1].Seq, ct);
        }
    }

    private static Task<List<T>> AfterAsync<T>(IQueryable<T> rows, long last, CancellationToken ct)
        where T : Entity =>
        rows.AsNoTracking().Where(r => r.Seq > last).OrderBy(r => r.Seq).Take(AtOnce).ToListAsync(ct);
}
