using Cronos;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// Registers the schedule with Hangfire, has each command run once at the start, and watches over the clock: Hangfire stores when a command runs next, so after a clock
/// that was days ahead it would stand still for days. The watch itself does not depend on the time of day.
/// </summary>
internal sealed partial class JobClock(
    IRecurringJobManager jobs, IBackgroundJobClient client, JobStorage storage, ILoggerFactory loggers, ILogger<JobClock> logger) : BackgroundService
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(40);

    /// <summary>A command may be registered a little later than its hour was computed.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HangfireLog.Use(loggers);
        Register();
        using var watch = new PeriodicTimer(Watch);
        while (await watch.WaitForNextTickAsync(stoppingToken)) TriggerWhatStands();
    }

    private void Register()
    {
        using (var connection = storage.GetConnection())
            foreach (var unknown in connection.GetRecurringJobs().Where(job => Schedule.All.All(command => command.Name != job.Id)))
                jobs.RemoveIfExists(unknown.Id);

        foreach (var command in Schedule.All)
        {
            Register(command);

            // Not as a tick: on PostgreSQL a run of a node that has died may still look as if it worked.
            client.Enqueue<CommandJob>(job => job.RunAsync(command.Name, CancellationToken.None));
        }
    }

    private void Register(ScheduledCommand command) => jobs.AddOrUpdate<CommandJob>(
        command.Name, job => job.RunAsync(command.Name, CancellationToken.None), command.Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });

    /// <summary>Triggering a command computes its next hour anew. One that somebody deleted at the dashboard comes back.</summary>
    private void TriggerWhatStands()
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
                    LogStood(logger, command.Name);
                    jobs.Trigger(command.Name);
                }
            }
        }
#pragma warning disable CA1031 // A database that is away is back at one of the next looks.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogBlind(logger, e.GetType().Name);
        }
    }

    /// <summary>When it runs next, as Hangfire has stored it; one read, where its own list of recurring jobs takes several.</summary>
    private static DateTimeOffset? NextOf(ScheduledCommand command, IStorageConnection connection) =>
        JobHelper.DeserializeNullableDateTime(connection.GetAllEntriesFromHash($"recurring-job:{command.Name}")?.GetValueOrDefault("NextExecution"));

    private static DateTimeOffset Latest(ScheduledCommand command, DateTimeOffset now) =>
        (CronExpression.Parse(command.Cron, CronFormat.IncludeSeconds).GetNextOccurrence(now, TimeZoneInfo.Utc) ?? now) + Slack;

    [LoggerMessage(LogLevel.Warning, "{Job} was to run later than its schedule says, because the clock was wrong; it runs now.")]
    private static partial void LogStood(ILogger logger, string job);

    [LoggerMessage(LogLevel.Warning, "The schedule could not be looked at ({Failure}).")]
    private static partial void LogBlind(ILogger logger, string failure);
}
