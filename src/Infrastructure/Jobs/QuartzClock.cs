using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>Lets Quartz keep the clock, in memory, in every process. The only file that knows it (docs/adr/0003).</summary>
internal static class QuartzClock
{
    public static IServiceCollection AddQuartzClock(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var scheduled in Schedule.All)
            {
                var key = new JobKey(scheduled.Name);
                quartz.AddJob<Tick>(job => job.WithIdentity(key));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule(scheduled.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
                if (scheduled.AtStart) quartz.AddTrigger(trigger => trigger.ForJob(key).StartNow());
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Hands a tick to the one job.</summary>
    [DisallowConcurrentExecution]
    internal sealed class Tick(CommandJob job) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            try
            {
                await job.RunAsync(Schedule.All.Single(s => s.Name == context.JobDetail.Key.Name), cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new JobExecutionException(e);
            }
        }
    }
}
