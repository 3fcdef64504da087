using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// The sealed history (docs/adr/0011). Entries are read as the database stores them, without any conversion, because a conversion could
/// hide a changed byte.
/// </summary>
internal static class AuditChain
{
    private const string Columns = """
        "Number", "Hash", "SealedAt", "Seq", "At", "ActorKind", "ActorId", "Event", "CommitmentId", "OrganizationId", "PartnershipId",
        "InitiativeId", "DialogueId", "Data", "Record"
        """;

    public static Task<AuditHead?> HeadAsync(this IQueryable<HistoryEntry> history, CancellationToken ct) =>
        history
            .Where(h => h.Number != null)
            .OrderByDescending(h => h.Number)
            .Select(h => new AuditHead(h.Number!.Value, h.Hash!))
            .FirstOrDefaultAsync(ct);

    /// <summary>The number of the last sealed entry; 0 if nothing is sealed yet.</summary>
    public static async Task<long> SealedUpToAsync(this ITrackerDb db, CancellationToken ct) =>
        (await db.History.HeadAsync(ct))?.Number ?? 0;

    /// <summary>Sealed entries, ordered by number.</summary>
    public static IAsyncEnumerable<StoredEntry> SealedAsync(ITrackerDb db, CancellationToken ct) =>
        ReadAsync(db, $"""SELECT {Columns} FROM "History" WHERE "Number" IS NOT NULL ORDER BY "Number" """, ct);

    /// <summary>
    /// Entries that wait to be sealed, in the order of saving. One that lost only its number is not among them, so that it is not sealed
    /// again but found.
    /// </summary>
    public static IAsyncEnumerable<StoredEntry> UnsealedAsync(ITrackerDb db, int max, CancellationToken ct) =>
        ReadAsync(
            db,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT {Columns} FROM "History" WHERE "Number" IS NULL AND "Hash" IS NULL AND "SealedAt" IS NULL
                ORDER BY "Seq" LIMIT {max}
                """
            ),
            ct
        );

    private static IAsyncEnumerable<StoredEntry> ReadAsync(ITrackerDb db, string sql, CancellationToken ct) =>
        db.Session.ReadStoredAsync(sql, ct).Select(values => new StoredEntry(values));
}
