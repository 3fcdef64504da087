using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.TestKit;

/// <summary>
/// Everything that is logged at the most verbose setting of an operator; what the product itself never logs is missing here, too.
/// </summary>
public sealed class VerboseLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Listen(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(this);
        services.Configure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = LogLevel.Trace;
            foreach (
                var rule in options
                    .Rules.Where(r => r.CategoryName is null or "Microsoft.AspNetCore" or "Microsoft.EntityFrameworkCore" or "Default")
                    .ToList()
            )
                options.Rules.Remove(rule);
            options.Rules.Insert(0, new LoggerFilterRule(null, "Microsoft.AspNetCore", LogLevel.Trace, null));
        });
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

    public void Dispose() { }
}
