using System.Data;
using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Numbers the entries that are not sealed yet, in the order of saving, and adds them to the hash chain. Running it again changes nothing.
/// If two runs overlap, the later one fails as a whole.
/// </summary>
[Needs(Right.Administer)]
public sealed record SealHistory : IRequest<int>;

internal sealed class SealHistoryHandler(ITrackerDb db) : IRequestHandler<SealHistory, int>
{
    private const int AtOnce = 2000;

    /// <returns>The number of entries sealed.</returns>
    public async Task<int> Handle(SealHistory command, CancellationToken ct)
    {
        var count = 0;
        while (await db.History.AnyAsync(h => h.Number == null, ct))
            count += await SealSomeAsync(ct);
        return count;
    }

    private async Task<int> SealSomeAsync(CancellationToken ct)
    {
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var head = await db.History.HeadAsync(ct);
        var number = head?.Number ?? 0;
        var hash = head?.Hash ?? "";
        var count = 0;
        var (first, last) = (0L, 0L);

        // All values are numbers or hex digits, so literals are safe, and one statement with literals costs less than one with six thousand
        // parameters.
        var sql = new StringBuilder("""WITH chained ("Seq", "Number", "Hash") AS (VALUES """);
        await foreach (var entry in AuditChain.UnsealedAsync(db, AtOnce, ct))
        {
            number++;
            (first, last) = (count == 0 ? entry.Seq : first, entry.Seq);
            hash = entry.HashAfter(hash, number);
            sql.Append(CultureInfo.InvariantCulture, $"{(count++ == 0 ? "" : ", ")}({entry.Seq}, {number}, '{hash}')");
        }

        // The range keeps SQLite from searching all entries for these few, whatever its statistics say.
        sql.Append(
            CultureInfo.InvariantCulture,
            $"""
            ) UPDATE "History" SET "Number" = chained."Number", "Hash" = chained."Hash"
            FROM chained WHERE "History"."Seq" = chained."Seq" AND "History"."Seq" BETWEEN {first} AND {last}
            """
        );
        if (count > 0)
            await db.Session.ExecuteSqlAsync(sql.ToString(), [], ct);
        await transaction.CommitAsync(ct);
        return count;
    }
}
