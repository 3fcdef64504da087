using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// A prepared INSERT that binds its values by position. The provider's command looks up each parameter by name at each execution, which
/// takes longer than inserting the row. Values are stored as the provider stores them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open, in the transaction of the caller.</param>
    public SqliteInsert(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <exception cref="SqliteException">The row breaks a constraint, or cannot be written.</exception>
    public void Run(object row, IReadOnlyList<StoredColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
            Check(Bind(i + 1, columns[i].Value(row)));
        var result = raw.sqlite3_step(_statement);
        var reset = raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int position, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_statement, position),
            string text => raw.sqlite3_bind_text(_statement, position, text),
            Guid id => raw.sqlite3_bind_text(_statement, position, id.ToString().ToUpperInvariant()),
            DateOnly day => raw.sqlite3_bind_text(_statement, position, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            decimal number => raw.sqlite3_bind_text(
                _statement,
                position,
                number.ToString("0.0###########################", CultureInfo.InvariantCulture)
            ),
            bool yes => raw.sqlite3_bind_int64(_statement, position, yes ? 1 : 0),
            int number => raw.sqlite3_bind_int64(_statement, position, number),
            long number => raw.sqlite3_bind_int64(_statement, position, number),
            double number => raw.sqlite3_bind_double(_statement, position, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, position, bytes),
            _ => throw new NotSupportedException($"Values of type {value.GetType().Name} cannot be inserted in bulk."),
        };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _connection);
    }
}
