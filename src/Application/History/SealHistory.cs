using System.Data;
using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Numbers the entries that are not sealed yet, in the order of saving, and adds them to the hash chain, with the time of sealing; then
/// anchors the last hash outside. Running it again changes nothing. If two runs overlap, the later one fails as a whole.
/// </summary>
[Needs(Right.Administer)]
public sealed record SealHistory : IRequest<int>;

internal sealed partial class SealHistoryHandler(
    ITrackerDb db,
    IAuditAnchors anchors,
    TimeProvider time,
    ILogger<SealHistoryHandler> logger
) : IRequestHandler<SealHistory, int>
{
    private const int AtOnce = 2000;

    /// <returns>The number of entries sealed.</returns>
    public async Task<int> Handle(SealHistory command, CancellationToken ct)
    {
        var count = 0;
        while (await db.History.AnyAsync(h => h.Number == null && h.Hash == null && h.SealedAt == null, ct))
        {
            if (count > 0)
                await db.Session.LetOthersWriteAsync(ct);
            count += await SealSomeAsync(ct);
        }

        await AnchorAsync(ct);
        return count;
    }

    /// <summary>A head that could not be written is contained in the one that the next run writes.</summary>
    private async Task AnchorAsync(CancellationToken ct)
    {
        if (await db.History.HeadAsync(ct) is not { } head)
            return;
        try
        {
            await anchors.WriteAsync(head, time.GetUtcNow(), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotAnchored(logger, head.Number, e.GetType().Name);
        }
    }

    private async Task<int> SealSomeAsync(CancellationToken ct)
    {
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var head = await db.History.HeadAsync(ct);
        var number = head?.Number ?? 0;
        var hash = head?.Hash ?? "";
        var count = 0;
        var sealedAt = time.GetUtcNow().UtcTicks;
        var (first, last) = (0L, 0L);

        // All values are numbers or hex digits, so literals are safe, and one statement with literals costs less than one with six thousand
        // parameters.
        var sql = new StringBuilder("""WITH chained ("Seq", "Number", "Hash") AS (VALUES """);
        await foreach (var entry in AuditChain.UnsealedAsync(db, AtOnce, ct))
        {
            number++;
            (first, last) = (count == 0 ? entry.Seq : first, entry.Seq);
            hash = entry.HashAfter(hash, number, sealedAt);
            sql.Append(CultureInfo.InvariantCulture, $"{(count++ == 0 ? "" : ", ")}({entry.Seq}, {number}, '{hash}')");
        }

        // The range keeps SQLite from searching all entries for these few, whatever its statistics say.
        sql.Append(
            CultureInfo.InvariantCulture,
            $"""
            ) UPDATE "History" SET "Number" = chained."Number", "Hash" = chained."Hash", "SealedAt" = {sealedAt}
            FROM chained WHERE "History"."Seq" = chained."Seq" AND "History"."Seq" BETWEEN {first} AND {last}
            """
        );
        if (count > 0)
            await db.Session.ExecuteSqlAsync(sql.ToString(), [], ct);
        await transaction.CommitAsync(ct);
        return count;
    }

    [LoggerMessage(LogLevel.Error, "The head {Number} of the history could not be anchored ({Failure}); the next sealing tries again.")]
    private static partial void LogNotAnchored(ILogger logger, long number, string failure);
}
