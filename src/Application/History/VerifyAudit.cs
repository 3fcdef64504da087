using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Recomputes every hash of the sealed history, compares it with the anchored heads, and compares commitments with what the history
/// recorded of them.
/// </summary>
/// <param name="Head">A hash printed in an earlier report: if the chain does not contain it, the end of the history was removed.</param>
[Needs(Right.Audit)]
public sealed record VerifyAudit(string? Head = null) : IRequest<AuditResult>;

/// <summary>The result of checking the history and the record.</summary>
/// <param name="Valid">Whether the chain is unbroken, no entry lost its seal, and no row differs.</param>
/// <param name="Entries">The number of sealed entries.</param>
/// <param name="Unsealed">The number of entries that are not sealed yet.</param>
/// <param name="FirstBroken">
/// The number of the first entry that differs from what was sealed or anchored, or is missing.
/// </param>
/// <param name="Head">The hash of the last sealed entry.</param>
/// <param name="Anchored">The number of heads in the anchor folder that the chain contains.</param>
/// <param name="Rows">The number of rows compared with the history.</param>
/// <param name="Erased">The number of rows whose texts were erased with their salt; a remark, not a fault.</param>
/// <param name="Differing">The number of differences; the first 100 are in <paramref name="Differences"/>.</param>
/// <param name="LostSeals">Entries whose seal was removed, at most 100.</param>
/// <param name="RecordedLate">
/// Entries that were not there at a sealing more than ten minutes after their time, at most 100: of long transactions, clocks that were set
/// back, or entries added afterwards. A remark, not a fault.
/// </param>
public sealed record AuditResult(
    bool Valid,
    long Entries,
    long Unsealed,
    long? FirstBroken,
    string? Head,
    long Anchored,
    long Rows,
    long Erased,
    long Differing,
    IReadOnlyList<RecordDifference> Differences,
    IReadOnlyList<AuditEntry> LostSeals,
    IReadOnlyList<AuditEntry> RecordedLate
);

/// <summary>An entry of the history that stands out.</summary>
/// <param name="Seq">The order of saving.</param>
/// <param name="Number">Its position in the chain; null where it has none.</param>
public sealed record AuditEntry(long Seq, long? Number, DateTimeOffset At, string Event, Guid? CommitmentId);

internal sealed class VerifyAuditHandler(ITrackerDb db, IAuditAnchors anchors, TimeProvider time)
    : IRequestHandler<VerifyAudit, AuditResult>
{
    private const int MaxNamed = 100;

    public async Task<AuditResult> Handle(VerifyAudit query, CancellationToken ct)
    {
        var chain = new ChainCheck(Blank.ToNull(query.Head)?.ToLowerInvariant(), anchors.Read());
        await foreach (var entry in AuditChain.SealedAsync(db, ct))
            chain.Add(entry);
        chain.End();

        var unsealed = await db.History.LongCountAsync(h => h.Number == null, ct);
        var lost = await LostSealsAsync(chain, ct);
        var record = new RecordCheck(db, time.GetUtcNow());
        await record.RunAsync(ct);
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
