using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>Reads the history and what it recorded from beginning to end, and compares.</summary>
internal sealed class AuditCheck(ITrackerDb db, IAuditAnchors anchors, TimeProvider time)
{
    private const int MaxNamed = 100;

    /// <summary>How many entries are read between two reports of the progress.</summary>
    private const int ReportEvery = 2000;

    /// <returns>The number of entries that it reads: all sealed ones, and those of commitments once more.</returns>
    public async Task<long> ToReadAsync(CancellationToken ct) =>
        await db.History.LongCountAsync(h => h.Number != null, ct) + await db.History.LongCountAsync(h => h.CommitmentId != null, ct);

    /// <param name="head">A hash that the chain must contain, or null.</param>
    /// <param name="progress">Gets the number of entries read so far.</param>
    public async Task<AuditResult> RunAsync(string? head, Func<long, Task> progress, CancellationToken ct)
    {
        var chain = new ChainCheck(Blank.ToNull(head)?.ToLowerInvariant(), anchors.Read());
        await foreach (var entry in AuditChain.SealedAsync(db, ct))
        {
            chain.Add(entry);
            if (chain.Entries % ReportEvery == 0)
                await progress(chain.Entries);
        }

        chain.End();

        var unsealed = await db.History.LongCountAsync(h => h.Number == null, ct);
        var lost = await LostSealsAsync(chain, ct);
        var record = new RecordCheck(db, time.GetUtcNow());
        await record.RunAsync(read => progress(chain.Entries + read), ct);
        return new AuditResult(
            chain.FirstBroken is null && lost.Count == 0 && record.Count == 0,
            chain.Entries,
            unsealed,
            chain.FirstBroken,
            chain.Entries == 0 ? null : chain.Head,
            chain.Anchored,
            record.Rows,
            record.Erased,
            record.Count,
            record.Differences,
            lost,
            await NamedAsync(db.History.Where(h => h.Number != null && chain.Late.Contains(h.Number.Value)), ct)
        );
    }

    /// <summary>
    /// An entry whose number was removed still has the rest of its seal. Where nothing of the seal is left, the chain has a gap, and the
    /// entry is older than the last sealing.
    /// </summary>
    private Task<List<AuditEntry>> LostSealsAsync(ChainCheck chain, CancellationToken ct)
    {
        var (isBroken, lastSeq, before) = (chain.FirstBroken is not null, chain.LastSeq, chain.MissedBefore);
        return NamedAsync(
            db.History.Where(h =>
                h.Number == null && (h.Hash != null || h.SealedAt != null || (isBroken && h.Seq < lastSeq && h.At < before))
            ),
            ct
        );
    }

    private static Task<List<AuditEntry>> NamedAsync(IQueryable<HistoryEntry> entries, CancellationToken ct) =>
        entries
            .OrderBy(h => h.Seq)
            .Take(MaxNamed)
            .Select(h => new AuditEntry(h.Seq, h.Number, h.At, h.Event, h.CommitmentId))
            .ToListAsync(ct);
}
