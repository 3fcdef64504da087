namespace PartnershipTracker.Bench;

/// <summary>A database to measure on: an SQLite file, or a database of the PostgreSQL server. Disposing deletes it.</summary>
internal sealed record BenchDatabase(BenchOptions Options, string Name) : IAsyncDisposable
{
    public bool IsSqlite => Options.Provider == DatabaseProvider.Sqlite;

    public string ConnectionString =>
        IsSqlite
            ? $"Data Source={File};Foreign Keys=True;Default Timeout=60"
            : new NpgsqlConnectionStringBuilder(Options.Connection) { Database = Name }.ConnectionString;

    private string File => Path.Combine(Options.Folder, Name + ".db");

    /// <summary>A connection with the product's settings. It stays open, so that the plain side opens none while it is timed.</summary>
    public async Task<PlainConnection> OpenAsync()
    {
        if (!IsSqlite)
            return await OpenPostgreSqlAsync(ConnectionString);
        var sqlite = new SqliteConnection(ConnectionString + ";Pooling=False");
        await sqlite.OpenAsync();
        SqliteConnectionSetup.AddFunctions(sqlite);
        SqliteConnectionSetup.Prepare(sqlite);
        return new PlainConnection(sqlite);
    }

    public async Task<bool> ExistsAsync()
    {
        if (IsSqlite)
            return System.IO.File.Exists(File);
        await using var server = await OpenPostgreSqlAsync(Options.Connection!);
        return await server.ScalarAsync<long>($"SELECT COUNT(*) FROM pg_database WHERE datname = {Name}") > 0;
    }

    /// <summary>An empty database without tables; SQLite makes its file when it is first opened.</summary>
    public async Task CreateAsync()
    {
        await DisposeAsync();
        if (!IsSqlite)
            await OnServerAsync($"CREATE DATABASE {Name}");
    }

    /// <summary>The copy has reached the disk when this returns, so that no measured commit has to write it.</summary>
    public async Task<BenchDatabase> CopyAsync(string name)
    {
        var copy = this with { Name = name };
        await copy.DisposeAsync();
        if (!IsSqlite)
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {Name}");
            await OnServerAsync("CHECKPOINT");
            return copy;
        }

        System.IO.File.Copy(File, copy.File);
        await using var stream = new FileStream(copy.File, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
        return copy;
    }

    public async Task RenameAsync(string name)
    {
        if (IsSqlite)
            System.IO.File.Move(File, (this with { Name = name }).File);
        else
            await OnServerAsync($"ALTER DATABASE {Name} RENAME TO {name}");
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (!IsSqlite)
            await OnServerAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        foreach (var end in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(File + end);
    }

    /// <summary>Leaves nothing in the write-ahead log of SQLite, and no dead rows in PostgreSQL.</summary>
    public async Task SettleAsync()
    {
        await using (var connection = await OpenAsync())
            await connection.ExecuteAsync(IsSqlite ? (FormattableString)$"PRAGMA wal_checkpoint(TRUNCATE)" : $"VACUUM ANALYZE");
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Nobody may be connected to a database that is copied or renamed.</summary>
    private async Task OnServerAsync(string sql)
    {
        NpgsqlConnection.ClearAllPools();
        await using var server = await OpenPostgreSqlAsync(Options.Connection!);
        await server.ExecuteAsync(PlainConnection.Raw(sql));
    }

    private static async Task<PlainConnection> OpenPostgreSqlAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return new PlainConnection(connection);
    }
}
