using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

public sealed class LinkLogTests
{
    [Fact]
    public async Task The_token_is_in_no_log_however_talkative_and_not_when_something_breaks()
    {
        using var everything = new Everything();
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), services =>
        {
            services.AddSingleton<ILoggerProvider>(everything);
            services.Configure<LoggerFilterOptions>(options =>
            {
                // As an operator would: everything at its most talkative; what the product itself keeps out stays out.
                options.MinLevel = LogLevel.Trace;
                foreach (var rule in options.Rules.Where(r => r.CategoryName is null or "Microsoft.AspNetCore" or "Microsoft.EntityFrameworkCore" or "Default").ToList()) options.Rules.Remove(rule);
                options.Rules.Insert(0, new LoggerFilterRule(null, "Microsoft.AspNetCore", LogLevel.Trace, null));
            });
            services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Breaks<,>));
        }, onKestrel: true);
        var promise = await Promise.Make(host);
        var visitor = new Visitor(host);
        var token = await visitor.TokenFor(promise.Id, promise.Organization);

        (await visitor.Open(token)).MustBe(200);
        (await visitor.Open(token + "x")).MustBe(404);
        (await visitor.SendReport(token, ("value", "wrong"))).MustBe(422);
        (await visitor.SendReport(token, ("narrative", "Break!"))).MustBe(500);
        (await visitor.SendReport(token)).MustBe(200).Text.ShouldContain("Your report was received", customMessage: "over a real port the client follows to the receipt");
        await host.Send(new DeliverMail());

        everything.Lines.Count(line => line.Contains("/report/{token}", StringComparison.Ordinal) && line.Contains("failed", StringComparison.Ordinal)).ShouldBe(1, "our own log names the route");
        everything.Lines.Count.ShouldBeGreaterThan(100);
        everything.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Something we did not expect.</summary>
    private sealed class Breaks<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
            request is ReportProgress { Narrative: var said } && said.Contains("Break!", StringComparison.Ordinal) ? throw new InvalidOperationException("Broken.") : next();
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}
