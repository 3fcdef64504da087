using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// What every SQLite connection needs: a full flush at each commit (nothing acknowledged is lost), a wait for the one writer there is that the database itself
/// keeps (the driver's own sleeps 150 ms at a time), and <c>uuid7()</c>.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    /// <summary>A context opens a pooled connection for each query; what was set on the connection below stays set.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        // As the provider writes a Guid: upper-case text.
        ((SqliteConnection)result).CreateFunction("uuid7", () => Guid.CreateVersion7().ToString().ToUpperInvariant());
        return result;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void Prepare(SqliteConnection connection)
    {
        if (Prepared.TryGetValue(connection.Handle!, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; PRAGMA busy_timeout=10000;";
        command.ExecuteNonQuery();
        Prepared.AddOrUpdate(connection.Handle!, Prepared);
    }
}
