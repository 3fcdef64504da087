using System.Data;
using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Numbers and chains the entries that are not sealed yet, in the order of saving. Twice in a row it does nothing the second time; of two at once
/// the later one fails as a whole.
/// </summary>
[Needs(Right.Administer)]
public sealed record SealHistory : IRequest<int>;

internal sealed class SealHistoryHandler(ITrackerDb db) : IRequestHandler<SealHistory, int>
{
    private const int AtOnce = 2000;

    /// <returns>How many were sealed.</returns>
    public async Task<int> Handle(SealHistory command, CancellationToken ct)
    {
        var count = 0;
        while (await db.History.AnyAsync(h => h.Number == null, ct)) count += await SealSomeAsync(ct);
        return count;
    }

    private async Task<int> SealSomeAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var head = await db.History.HeadAsync(ct);
        var number = head?.Number ?? 0;
        var hash = head?.Hash ?? "";
        var count = 0;

        // Numbers and hex digits only: as one statement a batch, literals cost less than six thousand parameters.
        var sql = new StringBuilder("""WITH chained ("Seq", "Number", "Hash") AS (VALUES """);
        await foreach (var entry in AuditChain.UnsealedAsync(db, AtOnce, ct))
        {
            number++;
            hash = entry.HashAfter(hash, number);
            sql.Append(CultureInfo.InvariantCulture, $"{(count++ == 0 ? "" : ", ")}({entry.Seq}, {number}, '{hash}')");
        }

        sql.Append(""") UPDATE "History" SET "Number" = chained."Number", "Hash" = chained."Hash" FROM chained WHERE "History"."Seq" = chained."Seq" """);
        if (count > 0) await db.Database.ExecuteSqlRawAsync(sql.ToString(), ct);
        await transaction.CommitAsync(ct);
        return count;
    }
}
