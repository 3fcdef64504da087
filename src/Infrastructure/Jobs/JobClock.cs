using Cronos;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// Registers the schedule with Hangfire, runs each command once at the start, and checks the stored times of the next runs: if the system
/// clock was days ahead for a while, commands would not run for days. The check itself does not depend on the time of day.
/// </summary>
internal sealed partial class JobClock(
    IRecurringJobManager jobs, IBackgroundJobClient client, JobStorage storage, ILoggerFactory loggers, ILogger<JobClock> logger) : BackgroundService
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(40);

    /// <summary>A command may be registered slightly later than its next time was computed.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HangfireLog.Use(loggers);
        Register();
        using var watch = new PeriodicTimer(Watch);
        while (await watch.WaitForNextTickAsync(stoppingToken)) TriggerDelayedCommands();
    }

    private void Register()
    {
        using (var connection = storage.GetConnection())
            foreach (var unknown in connection.GetRecurringJobs().Where(job => Schedule.All.All(command => command.Name != job.Id)))
                jobs.RemoveIfExists(unknown.Id);

        foreach (var command in Schedule.All)
        {
            Register(command);

            // Not triggered as a recurring job: on PostgreSQL a run of a node that died may still be shown as processing.
            client.Enqueue<CommandJob>(job => job.RunAsync(command.Name, CancellationToken.None));
        }
    }

    private void Register(ScheduledCommand command) => jobs.AddOrUpdate<CommandJob>(
        command.Name, job => job.RunAsync(command.Name, CancellationToken.None), command.Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });

    /// <summary>
    /// Triggers commands whose next time is too late, so that it is computed again, and registers commands that were deleted in the
    /// dashboard.
    /// </summary>
    private void TriggerDelayedCommands()
    {
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            using var connection = storage.GetConnection();
            foreach (var command in Schedule.All)
            {
                if (NextOf(command, connection) is not { } next)
                {
                    Register(command);
                }
                else if (next > Latest(command, now))
                {
                    LogTriggered(logger, command.Name);
                    jobs.Trigger(command.Name);
                }
            }
        }
#pragma warning disable CA1031 // If the database is unavailable, the next check finds the command.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogCheckFailed(logger, e.GetType().Name);
        }
    }

    /// <summary>The next time as stored by Hangfire, in one read; Hangfire's list of recurring jobs needs several.</summary>
    private static DateTimeOffset? NextOf(ScheduledCommand command, IStorageConnection connection) =>
        JobHelper.DeserializeNullableDateTime(connection.GetAllEntriesFromHash($"recurring-job:{command.Name}")?.GetValueOrDefault("NextExecution"));

    private static DateTimeOffset Latest(ScheduledCommand command, DateTimeOffset now) =>
        (CronExpression.Parse(command.Cron, CronFormat.IncludeSeconds).GetNextOccurrence(now, TimeZoneInfo.Utc) ?? now) + Slack;

    [LoggerMessage(LogLevel.Warning, "{Job} was to run later than its schedule says, because the clock was wrong; it runs now.")]
    private static partial void LogTriggered(ILogger logger, string job);

    [LoggerMessage(LogLevel.Warning, "The schedule could not be looked at ({Failure}).")]
    private static partial void LogCheckFailed(ILogger logger, string failure);
}
