using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Maintenance;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Without statistics SQLite considers all indexes equally good and searches one organization's commitments among all active ones. It reads
/// a sample, and only of tables that grew much. PostgreSQL maintains its statistics automatically.
/// </summary>
internal sealed class DatabaseMaintenance(TrackerDb db) : IDatabaseMaintenance
{
    /// <summary>
    /// The statistics of small tables are removed again, because they would make SQLite scan a table in full long after it has grown. It
    /// assumes that a table without statistics is large. (The ANALYZE only makes sure that the table of statistics exists.)
    /// </summary>
    private const string OnSqlite = """
        PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002; ANALYZE sqlite_schema;
        DELETE FROM sqlite_stat1
        WHERE tbl IN (SELECT tbl FROM sqlite_stat1 GROUP BY tbl HAVING MAX(CAST(stat AS INTEGER)) < 5000);
        """;

    public async Task<bool> RefreshStatisticsAsync(CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return false;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.Database.ExecuteSqlRawAsync(OnSqlite, ct);
            await transaction.CommitAsync(ct);
        }

        // A connection reads the statistics only when it is opened.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        return true;
    }
}
