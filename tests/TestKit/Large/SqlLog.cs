using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartnershipTracker.TestKit;

/// <summary>Records the SQL commands that are sent.</summary>
public sealed class SqlLog : DbCommandInterceptor
{
    private readonly Lock _lock = new();
    private readonly List<string> _commands = [];

    /// <returns>The commands that were sent while the action ran.</returns>
    public async Task<IReadOnlyList<string>> During(Func<Task> action)
    {
        lock (_lock)
            _commands.Clear();
        await action();
        lock (_lock)
            return [.. _commands];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Keep(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Keep(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Keep(command);
        return new(result);
    }

    private void Keep(DbCommand command)
    {
        lock (_lock)
            _commands.Add(command.CommandText);
    }
}
