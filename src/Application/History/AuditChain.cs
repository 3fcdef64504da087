using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>
/// The sealed history (docs/adr/0011). Entries are read as the database keeps them, past every conversion, so that a changed byte cannot hide in
/// a value that reads the same.
/// </summary>
internal static class AuditChain
{
    private const string Columns = """
        "Number", "Hash", "Seq", "At", "ActorKind", "ActorId", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data"
        """;

    public static Task<AuditHead?> HeadAsync(this IQueryable<HistoryEntry> history, CancellationToken ct) => history
        .Where(h => h.Number != null).OrderByDescending(h => h.Number).Select(h => new AuditHead(h.Number!.Value, h.Hash!)).FirstOrDefaultAsync(ct);

    /// <summary>The number of the last sealed entry; 0 while there is none.</summary>
    public static async Task<long> SealedUpToAsync(this ITrackerDb db, CancellationToken ct) => (await db.History.HeadAsync(ct))?.Number ?? 0;

    /// <summary>By their numbers.</summary>
    public static IAsyncEnumerable<StoredEntry> SealedAsync(ITrackerDb db, CancellationToken ct) =>
        ReadAsync(db, $"""SELECT {Columns} FROM "History" WHERE "Number" IS NOT NULL ORDER BY "Number" """, ct);

    /// <summary>In the order of saving.</summary>
    public static IAsyncEnumerable<StoredEntry> UnsealedAsync(ITrackerDb db, int most, CancellationToken ct) => ReadAsync(
        db, string.Create(CultureInfo.InvariantCulture, $"""SELECT {Columns} FROM "History" WHERE "Number" IS NULL ORDER BY "Seq" LIMIT {most}"""), ct);

    private static async IAsyncEnumerable<StoredEntry> ReadAsync(ITrackerDb db, string sql, [EnumeratorCancellation] CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                yield return new StoredEntry(values);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
