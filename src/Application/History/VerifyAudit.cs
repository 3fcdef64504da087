using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>Walks the sealed history and computes every hash anew.</summary>
/// <param name="Head">A hash that was printed in a report: the chain must hold it, or its end was cut off.</param>
[Needs(Right.Audit)]
public sealed record VerifyAudit(string? Head = null) : IRequest<AuditResult>;

/// <summary>Whether the history is what it was.</summary>
/// <param name="Entries">How many are sealed.</param>
/// <param name="Unsealed">How many wait to be sealed.</param>
/// <param name="FirstBroken">The number of the first entry that is not what was sealed, or is missing.</param>
/// <param name="Head">The hash of the last sealed entry.</param>
public sealed record AuditResult(bool Valid, long Entries, long Unsealed, long? FirstBroken, string? Head);

internal sealed class VerifyAuditHandler(ITrackerDb db) : IRequestHandler<VerifyAudit, AuditResult>
{
    public async Task<AuditResult> Handle(VerifyAudit query, CancellationToken ct)
    {
        var entries = 0L;
        long? broken = null;
        var head = "";
        var mustHold = Blank.ToNull(query.Head)?.ToLowerInvariant();
        await foreach (var entry in AuditChain.SealedAsync(db, ct))
        {
            entries++;
            if (broken is null && (entry.Number != entries || entry.Hash != entry.HashAfter(head, entries))) broken = entries;
            head = entry.Hash ?? "";
            if (head == mustHold) mustHold = null;
        }

        // A row whose number was taken away still has its hash.
        var unsealed = await db.History.LongCountAsync(h => h.Number == null, ct);
        if (mustHold is not null || await db.History.AnyAsync(h => h.Number == null && h.Hash != null, ct)) broken ??= entries + 1;
        return new AuditResult(broken is null, entries, unsealed, broken, entries == 0 ? null : head);
    }
}
