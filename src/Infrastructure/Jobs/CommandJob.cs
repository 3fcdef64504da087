using System.Collections.Concurrent;
using Hangfire;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>The method that Hangfire calls: it sends one command of the schedule.</summary>
public sealed partial class CommandJob(IServiceScopeFactory scopes, ILogger<CommandJob> logger)
{
    private readonly ConcurrentDictionary<string, SingleRunGate> _gates = new();

    /// <summary>
    /// In one process a command runs only once at a time. If it is requested while it runs, it runs once more afterwards.
    /// </summary>
    /// <exception cref="JobFailedException">The command failed; it is tried again at its next scheduled time.</exception>
    [JobDisplayName("{0}")]
    public async Task RunAsync(string name, CancellationToken ct)
    {
        var command = Schedule.Find(name);
        var gate = _gates.GetOrAdd(name, _ => new SingleRunGate());
        if (!gate.TryEnter())
            return;
        do
        {
            try
            {
                await SendAsync(command, ct);
            }
            catch (Exception e)
            {
                gate.Leave();
                if (e is OperationCanceledException && ct.IsCancellationRequested)
                    throw;
                LogFailed(logger, name, e.GetType().Name);
                throw new JobFailedException(e.GetType().Name);
            }
        } while (!gate.TryLeave());
    }

    private async Task SendAsync(ScheduledCommand command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        await command.Send(scope.ServiceProvider.GetRequiredService<IMediator>(), ct);
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} failed ({Failure}); it is tried again at its next scheduled time.")]
    private static partial void LogFailed(ILogger logger, string job, string failure);

    private sealed class SingleRunGate
    {
        private readonly Lock _lock = new();
        private bool _isInside;
        private bool _isAskedAgain;

        public bool TryEnter()
        {
            lock (_lock)
            {
                _isAskedAgain = _isInside;
                if (_isInside)
                    return false;
                return _isInside = true;
            }
        }

        /// <returns>False if the command was requested again meanwhile and must run once more.</returns>
        public bool TryLeave()
        {
            lock (_lock)
            {
                _isInside = _isAskedAgain;
                _isAskedAgain = false;
                return !_isInside;
            }
        }

        public void Leave()
        {
            lock (_lock)
                (_isInside, _isAskedAgain) = (false, false);
        }
    }
}
