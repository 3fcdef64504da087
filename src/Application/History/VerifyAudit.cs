using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Recomputes every hash of the sealed history, compares it with the anchored heads, and compares commitments with what the history
/// recorded of them. It reads everything, which takes minutes where there are millions of entries, and stores nothing.
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

internal sealed class VerifyAuditHandler(AuditCheck check) : IRequestHandler<VerifyAudit, AuditResult>
{
    public Task<AuditResult> Handle(VerifyAudit query, CancellationToken ct) => check.RunAsync(query.Head, _ => Task.CompletedTask, ct);
}
