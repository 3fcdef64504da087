using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Names the commitments that this file does not have any more, of the earlier imports that brought in its rows. Nothing happens to them.
/// Running it again replaces what was named before.
/// </summary>
internal sealed class MissingCommitments(ITrackerDb db, IBulkInsert bulk, TimeProvider time, Claim claim)
{
    private const int AtOnce = 2000;

    /// <param name="file">All rows of the file.</param>
    /// <returns>The number of commitments named.</returns>
    public async Task<int> NameAsync(ImportId importId, ImportBatch file, CancellationToken ct)
    {
        await db.ImportItems.Where(i => i.ImportId == importId && i.Code == "import.vanished").ExecuteDeleteAsync(ct);
        var imports = file.EarlierImports.ToList();
        var (last, count) = (0L, 0);
        while (true)
        {
            var after = last;
            var some = await (
                from c in db.Commitments
                join p in db.Partnerships on c.PartnershipId equals p.Id
                where c.Seq > after && imports.Contains(c.ImportId!.Value) && c.SourceId != null
                orderby c.Seq
                select new
                {
                    c.Seq,
                    p.NameKey,
                    c.SourceId,
                    c.Title,
                }
            )
                .Take(AtOnce)
                .ToListAsync(ct);
            if (some.Count == 0)
                return count;

            last = some[^1].Seq;
            var vanished = some.Where(c => !file.Has((c.NameKey, c.SourceId!))).ToList();
            count += vanished.Count;
            await db.InTransactionAsync(
                async () =>
                {
                    await bulk.InsertAsync(
                        [
                            .. vanished.Select(c =>
                                new RowIssue(0, null, "import.vanished", [c.SourceId, c.Title]).ToItem(importId, isWarning: true)
                            ),
                        ],
                        [],
                        ct
                    );
                    await claim.ExtendAsync(db, time.GetUtcNow(), hasAdvanced: true, ct);
                },
                ct
            );
        }
    }
}
