using System.Data.Common;
using System.Globalization;
using PartnershipTracker.Application.Backups;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>Counts what is in a database, so that a copy can be compared with it.</summary>
internal static class TableRows
{
    private const string Migrations = "__EFMigrationsHistory";

    /// <param name="listTables">A query that returns the names of all tables.</param>
    /// <exception cref="BackupException">The database was not made by this program.</exception>
    public static async Task<DatabaseContents> ReadAsync(DbConnection connection, string listTables, CancellationToken ct)
    {
        var tables = await NamesAsync(connection, listTables, ct);
        if (!tables.Contains(Migrations))
            throw new BackupException("the database is empty.");
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
            rows[table] = Convert.ToInt64(
                await connection.ScalarAsync($"SELECT COUNT(*) FROM {Quoted(table)}", ct),
                CultureInfo.InvariantCulture
            );
        var migration = await connection.ScalarAsync($"SELECT MAX(\"MigrationId\") FROM {Quoted(Migrations)}", ct);
        return new DatabaseContents(migration as string ?? "", rows);
    }

    public static async Task<List<string>> NamesAsync(DbConnection connection, string listTables, CancellationToken ct)
    {
        await using var command = Command(connection, listTables);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct))
            names.Add(reader.GetString(0));
        return names;
    }

    /// <exception cref="BackupException">A table has not the expected number of rows.</exception>
    public static void MustBe(this DatabaseContents contents, IReadOnlyDictionary<string, long> expected)
    {
        if (expected.FirstOrDefault(table => contents.Rows.GetValueOrDefault(table.Key, -1) != table.Value) is { Key: { } name })
            throw new BackupException($"the table {name} has not as many rows as the backup says.");
    }

    public static async Task<object?> ScalarAsync(this DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteScalarAsync(ct);
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; names are quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }
}
