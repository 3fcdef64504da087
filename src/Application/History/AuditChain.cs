using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>The last sealed entry. Whoever keeps it can tell later that nothing up to it was changed or taken away.</summary>
/// <param name="Number">How many entries are sealed.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed record AuditHead(long Number, string Hash);

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

/// <summary>An entry's columns as they are stored: number and hash first, then those that the hash covers.</summary>
internal readonly record struct StoredEntry(object[] Values)
{
    /// <summary>Null where none, or no number, is stored.</summary>
    public long? Number => Values[0] as long?;

    public string? Hash => Values[1] as string;

    public long Seq => (long)Values[2];

    /// <summary>The hash it has as this number after that hash (empty for the first).</summary>
    public string HashAfter(string before, long number)
    {
        var text = new StringBuilder(before).Append('\n');
        Append(text, number);
        foreach (var value in Values.AsSpan(2)) Append(text, value);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A line of its kind, length and text, so that nothing can move from one column to the next unseen.</summary>
    private static void Append(StringBuilder text, object value)
    {
        var (kind, said) = value switch
        {
            DBNull => ('-', ""),
            long number => ('n', number.ToString(CultureInfo.InvariantCulture)),
            string words => ('t', words),
            // As SQLite keeps it, so that a history moved to PostgreSQL keeps its hashes.
            Guid id => ('t', id.ToString().ToUpperInvariant()),
            _ => ('?', value.GetType().Name + Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
        text.Append(CultureInfo.InvariantCulture, $"{kind}{said.Length}:{said}\n");
    }
}
