namespace PartnershipTracker.Bench;

/// <summary>
/// ADO.NET as it is written by hand. A value in an interpolated statement becomes a parameter, a statement in another one a part of it.
/// </summary>
internal sealed class PlainConnection(DbConnection connection) : IAsyncDisposable
{
    private DbTransaction? _transaction;

    /// <summary>Text that is part of a statement and not a value.</summary>
    public static FormattableString Raw(string sql) => FormattableStringFactory.Create(sql);

    /// <summary>Values between the parentheses of <c>IN</c> or <c>VALUES</c>.</summary>
    public static FormattableString Values(params object?[] values) =>
        FormattableStringFactory.Create(string.Join(", ", values.Select((_, i) => $"{{{i}}}")), values);

    public DbCommand Command(FormattableString sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = TextOf(sql, command);
        command.CommandTimeout = 600;
        command.Transaction = _transaction;
        return command;
    }

    public async Task<int> ExecuteAsync(FormattableString sql)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(FormattableString sql) => (await QueryAsync<T>(sql))[0];

    /// <summary>All rows, read by a <see cref="PlainReader"/>.</summary>
    public Task<List<T>> QueryAsync<T>(FormattableString sql) =>
        ReadAsync(sql, reader => new PlainReader(reader, sql.Format).NextAsync<T>());

    public async Task<T> ReadAsync<T>(FormattableString sql, Func<DbDataReader, Task<T>> read)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync();
        return await read(reader);
    }

    public async Task InTransactionAsync(Func<Task> work)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        _transaction = transaction;
        await work();
        await transaction.CommitAsync();
        _transaction = null;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string TextOf(FormattableString sql, DbCommand command) =>
        string.Format(
            null,
            sql.Format,
            [.. sql.GetArguments().Select(value => value is FormattableString part ? TextOf(part, command) : ParameterOf(value, command))]
        );

    private static string ParameterOf(object? value, DbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
