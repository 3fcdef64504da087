using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>What every SQLite connection needs: foreign keys, a full flush at each commit (nothing acknowledged is lost), and <c>uuid7()</c>.</summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    internal static void Prepare(SqliteConnection connection)
    {
        // As the provider writes a Guid: upper-case text.
        connection.CreateFunction("uuid7", () => Guid.CreateVersion7().ToString().ToUpperInvariant());
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;";
        command.ExecuteNonQuery();
    }
}
