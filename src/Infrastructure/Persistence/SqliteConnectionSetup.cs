using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Sets up every SQLite connection: a full flush at each commit (no committed data is lost), SQLite's own wait for the single writer (the
/// driver's wait sleeps 150 ms at a time), and the function <c>uuid7()</c>.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    /// <summary>
    /// A context opens a pooled connection for each query. Settings of the underlying connection are kept, so they are made only once.
    /// </summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        AddFunctions((SqliteConnection)result);
        return result;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>Adds the functions that our statements use; possible before the connection is open.</summary>
    internal static void AddFunctions(SqliteConnection connection) =>
        // In the provider's format for a Guid: upper-case text.
        connection.CreateFunction("uuid7", () => Guid.CreateVersion7().ToString().ToUpperInvariant());

    /// <summary>Makes the settings of an open connection.</summary>
    internal static void Prepare(SqliteConnection connection)
    {
        if (Prepared.TryGetValue(connection.Handle!, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; "
            + "PRAGMA wal_autocheckpoint=4000; PRAGMA busy_timeout=10000;";
        command.ExecuteNonQuery();
        Prepared.AddOrUpdate(connection.Handle!, Prepared);
    }
}
