using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// Sets up Hangfire as scheduler and workers (docs/adr/0022). Its storage follows the database: in memory for SQLite, which only one
/// process uses, and a schema of its own in PostgreSQL, which all nodes share. No static state is used, so that two hosts can run in one
/// process.
/// </summary>
internal static class HangfireSetup
{
    /// <summary>
    /// More workers would only wait for the same few commands. Each one queries PostgreSQL every fifteen seconds and whenever a job is
    /// enqueued.
    /// </summary>
    private const int Workers = 4;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    /// <summary>How long a finished run is shown in the dashboard.</summary>
    private static readonly TimeSpan ShownFor = TimeSpan.FromHours(1);

    /// <param name="isWorker">Whether this node runs jobs. A node that does not can still enqueue them for the others.</param>
    public static IServiceCollection AddHangfireJobs(this IServiceCollection services, DatabaseProvider provider, string connectionString, bool isWorker)
    {
        services.AddSingleton<JobStorage>(_ => provider == DatabaseProvider.PostgreSql ? OnPostgreSql(connectionString) : InMemory());
        services.AddSingleton<IJobFilterProvider>(new JobFilterProviderCollection(new JobFilterAttributeFilterProvider(), Filters()));
        services.AddHangfire(_ => { });

        // Hangfire's own registration sets static fields that outlive the host, so the same services are registered here instead.
        services.Replace(ServiceDescriptor.Singleton<IGlobalConfiguration>(GlobalConfiguration.Configuration));
        services.Replace(ServiceDescriptor.Singleton<JobActivator>(found => new AspNetCoreJobActivator(found.GetRequiredService<IServiceScopeFactory>())));
        services.AddSingleton<CommandJob>();
        services.AddSingleton<WakeUpInterceptor>();
        if (!isWorker && provider == DatabaseProvider.Sqlite) return services.AddSingleton<IWakeUps, NoWakeUps>();

        services.AddSingleton<WakeUps>();
        services.AddSingleton<IWakeUps>(found => found.GetRequiredService<WakeUps>());
        services.AddHostedService(found => found.GetRequiredService<WakeUps>());
        if (!isWorker) return services;

        services.AddHostedService<JobClock>();
        return services.AddHangfireServer(options =>
        {
            options.WorkerCount = Workers;
            options.SchedulePollingInterval = Poll;
            options.StopTimeout = TimeSpan.FromSeconds(1);
            options.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
    }

    /// <summary>There is no automatic retry: a command is tried again at its next scheduled time.</summary>
    private static JobFilterCollection Filters()
    {
        var filters = new JobFilterCollection();
        filters.Add(new OneAtATime());
        filters.Add(new StatisticsHistoryAttribute());
        return filters;
    }

    private static InMemoryStorage InMemory() => new() { JobExpirationTimeout = ShownFor };

    /// <summary>A run whose node died is taken over within a minute. A node keeps a run that lasts longer.</summary>
    private static PostgreSqlStorage OnPostgreSql(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = "hangfire",
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
            QueuePollInterval = Poll,
            EnableLongPolling = true,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options) { JobExpirationTimeout = ShownFor };
    }

    /// <summary>For SQLite when its only process runs no jobs.</summary>
    private sealed class NoWakeUps : IWakeUps
    {
        public void Ask(string command)
        {
        }
    }
}
