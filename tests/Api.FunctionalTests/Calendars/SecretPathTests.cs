using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Calendars;

public sealed class SecretPathTests
{
    [Fact]
    public async Task Not_even_the_most_talkative_log_knows_the_token_of_a_calendar()
    {
        using var log = new EveryWord();
        await using var host = await TrackerHost.StartAsync(Infrastructure.Persistence.DatabaseProvider.Sqlite, new Dictionary<string, string>(), services => services
            .AddSingleton<ILoggerProvider>(log)
            .PostConfigure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = LogLevel.Trace;
            }));
        var token = (await host.Send(new OpenCalendar(OrganizationId: (await host.Organization("Own")).Value))).Token;
        var anonymous = host.Client(null);
        (await anonymous.Get($"/calendars/{token}.ics")).MustBe(200);
        (await anonymous.Get($"/CALENDARS/{token}")).MustBe(200);
        (await anonymous.Post($"/calendars/{token}.ics")).Status.ShouldBe(401);
        (await anonymous.Get($"/calendars/{token}x.ics")).Text.ShouldNotContain(token);

        log.Lines.ShouldContain(line => line.Contains("Request starting", StringComparison.Ordinal) && line.Contains("/calendars/feed.ics", StringComparison.Ordinal), "it listens");
        log.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Every line and every scope, as the server writes them.</summary>
    private sealed class EveryWord : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        /// <summary>But the test's own client, which must know where it goes.</summary>
        public IEnumerable<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue(state is IEnumerable<KeyValuePair<string, object?>> facts ? string.Join(' ', facts.Select(fact => $"{fact.Key}={fact.Value}")) : state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
