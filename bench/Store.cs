using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>A database to measure on: a file, or a database of a PostgreSQL server.</summary>
internal sealed record Store(Arguments Arguments, string Name)
{
    private bool IsSqlite => Arguments.Provider == DatabaseProvider.Sqlite;

    private string File => Path.Combine(Arguments.Folder, Name + ".db");

    public string ConnectionString => IsSqlite
        ? new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, DefaultTimeout = 60 }.ConnectionString
        : new NpgsqlConnectionStringBuilder(Arguments.Connection) { Database = Name }.ConnectionString;

    /// <summary>A connection as the product uses one: same pragmas. It stays open, so the plain side pays for no opening at all.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        if (!IsSqlite)
        {
            var postgres = new NpgsqlConnection(ConnectionString);
            await postgres.OpenAsync();
            return postgres;
        }

        var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        connection.CreateFunction("uuid7", () => Guid.CreateVersion7().ToString().ToUpperInvariant());
        await connection.RunAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;");
        return connection;
    }

    public async Task<bool> ExistsAsync()
    {
        if (IsSqlite) return System.IO.File.Exists(File);
        await using var server = await ServerAsync();
        return await server.ValueAsync<long>("SELECT COUNT(*) FROM pg_database WHERE datname = @name", ("name", Name)) > 0;
    }

    /// <summary>PostgreSQL needs the database made first; SQLite makes its file when it is opened.</summary>
    public async Task CreateAsync()
    {
        await DeleteAsync();
        Directory.CreateDirectory(Arguments.Folder);
        if (IsSqlite) return;
        await using var server = await ServerAsync();
        await server.RunAsync($"CREATE DATABASE {Name}");
    }

    /// <summary>The copy is on disk when this returns, so that nobody's measured flush pays for it.</summary>
    public async Task<Store> CopyAsync(string name)
    {
        var copy = this with { Name = name };
        await copy.DeleteAsync();
        if (IsSqlite)
        {
            System.IO.File.Copy(File, copy.File);
            await using var stream = new FileStream(copy.File, FileMode.Open, FileAccess.ReadWrite);
            stream.Flush(flushToDisk: true);
            return copy;
        }

        NpgsqlConnection.ClearAllPools();
        await using var server = await ServerAsync();
        await server.RunAsync($"CREATE DATABASE {name} TEMPLATE {Name}");
        await server.RunAsync("CHECKPOINT");
        return copy;
    }

    public async Task DeleteAsync()
    {
        if (IsSqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var end in new[] { "", "-wal", "-shm", ".json" }) System.IO.File.Delete(File + end);
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await using var server = await ServerAsync();
        await server.RunAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    /// <summary>One file, nothing left in the log; statistics are left as the product leaves them.</summary>
    public async Task SettleAsync()
    {
        await using (var connection = await OpenAsync())
            if (IsSqlite) await connection.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            else await connection.RunAsync("VACUUM ANALYZE");
        SqliteConnection.ClearAllPools();
    }

    private async Task<NpgsqlConnection> ServerAsync()
    {
        var server = new NpgsqlConnection(Arguments.Connection + ";Pooling=False");
        await server.OpenAsync();
        return server;
    }
}
