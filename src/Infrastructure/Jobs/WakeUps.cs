using System.Collections.Concurrent;
using System.Threading.Channels;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// Enqueues requested commands outside the request. A request that gets lost does no harm: the next scheduled run finds the work.
/// </summary>
internal sealed partial class WakeUps(IServiceProvider services, ILogger<WakeUps> logger) : BackgroundService, IWakeUps
{
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> _waiting = new();

    /// <summary>Several requests for a command before it is enqueued result in one run.</summary>
    public void Ask(string command)
    {
        if (_waiting.TryAdd(command, true))
            _asked.Writer.TryWrite(command);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var command in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            _waiting.TryRemove(command, out _);
            try
            {
                // Resolved here, so that the storage is opened only when it is first needed.
                services
                    .GetRequiredService<IBackgroundJobClient>()
                    .Enqueue<CommandJob>(job => job.RunAsync(command, CancellationToken.None));
            }
#pragma warning disable CA1031 // If the storage is unavailable, the next scheduled run finds the work.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogLost(logger, command, (e.InnerException ?? e).GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Command} could not be enqueued ({Failure}); its next scheduled run does it.")]
    private static partial void LogLost(ILogger logger, string command, string failure);
}
