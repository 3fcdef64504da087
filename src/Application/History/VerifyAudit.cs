using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>Recomputes every hash of the sealed history.</summary>
/// <param name="Head">A hash printed in an earlier report: if the chain does not contain it, the end of the history was removed.</param>
[Needs(Right.Audit)]
public sealed record VerifyAudit(string? Head = null) : IRequest<AuditResult>;

/// <summary>The result of checking the history.</summary>
/// <param name="Entries">The number of sealed entries.</param>
/// <param name="Unsealed">The number of entries that are not sealed yet.</param>
/// <param name="FirstBroken">The number of the first entry that differs from what was sealed, or is missing.</param>
/// <param name="Head">The hash of the last sealed entry.</param>
public sealed record AuditResult(bool Valid, long Entries, long Unsealed, long? FirstBroken, string? Head);

internal sealed class VerifyAuditHandler(ITrackerDb db) : IRequestHandler<VerifyAudit, AuditResult>
{
    public async Task<AuditResult> Handle(VerifyAudit query, CancellationToken ct)
    {
        var entries = 0L;
        long? broken = null;
        var head = "";
        var expectedHash = Blank.ToNull(query.Head)?.ToLowerInvariant();
        await foreach (var entry in AuditChain.SealedAsync(db, ct))
        {
            entries++;
            if (broken is null && (entry.Number != entries || entry.Hash != entry.HashAfter(head, entries))) broken = entries;
            head = entry.Hash ?? "";
            if (head == expectedHash) expectedHash = null;
        }

        // An entry whose number was removed still has its hash.
        var unsealed = await db.History.LongCountAsync(h => h.Number == null, ct);
        if (expectedHash is not null || await db.History.AnyAsync(h => h.Number == null && h.Hash != null, ct)) broken ??= entries + 1;
        return new AuditResult(broken is null, entries, unsealed, broken, entries == 0 ? null : head);
    }
}
