using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Jobs;

public sealed class JobsOnSqlite() : JobTests(DatabaseProvider.Sqlite);

public sealed class JobsOnPostgreSql() : JobTests(DatabaseProvider.PostgreSql);

/// <summary>With Hangfire running, as in production.</summary>
public abstract class JobTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly Mailbox _mailbox = new();
    private TrackerHost _host = null!;

    private JobStorage Storage => _host.Services.GetRequiredService<JobStorage>();

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string> { ["Jobs:Enabled"] = "true" },
            services => services.Replace(ServiceDescriptor.Singleton<IMailer>(_mailbox))
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task At_the_start_each_command_runs_once_and_its_next_run_is_planned() =>
        await Until.True(
            "all commands have run",
            () =>
            {
                using var connection = Storage.GetConnection();
                var jobs = connection.GetRecurringJobs();
                var ran = Storage.GetMonitoringApi().SucceededJobs(0, 100).Select(run => (string)run.Value.Job.Args[0]).ToHashSet();
                return jobs.Select(j => j.Id).Order().SequenceEqual(Schedule.All.Select(c => c.Name).Order())
                    && jobs.TrueForAll(j => j.NextExecution is not null)
                    && Schedule.All.All(command => ran.Contains(command.Name));
            }
        );

    [DatabaseFact]
    public async Task A_mail_is_sent_when_its_change_is_saved_and_not_at_the_next_scheduled_run()
    {
        await At_the_start_each_command_runs_once_and_its_next_run_is_planned();
        await AddMail("rahima@example.org", urgent: true);
        await Until.True("the mail is sent", () => _mailbox.Sent.Contains("rahima@example.org"), TimeSpan.FromSeconds(10));
    }

    [DatabaseFact]
    public async Task An_urgent_mail_is_sent_while_another_mail_hangs()
    {
        await At_the_start_each_command_runs_once_and_its_next_run_is_planned();
        await AddMail("hangs@example.org");
        await _mailbox.Hangs.WaitAsync(TimeSpan.FromSeconds(30));
        await AddMail("rahima@example.org", urgent: true);
        await Until.True("the urgent mail is sent", () => _mailbox.Sent.Contains("rahima@example.org"), TimeSpan.FromSeconds(10));
    }

    [DatabaseFact]
    public async Task A_clock_that_was_two_days_ahead_does_not_stop_the_commands()
    {
        await At_the_start_each_command_runs_once_and_its_next_run_is_planned();
        var wrong = TimeProvider.System.GetUtcNow().AddDays(2);
        using (var connection = Storage.GetConnection())
        using (var transaction = connection.CreateWriteTransaction())
        {
            foreach (var command in Schedule.All)
                transaction.SetRangeInHash(
                    $"recurring-job:{command.Name}",
                    [new("NextExecution", Hangfire.Common.JobHelper.SerializeDateTime(wrong.UtcDateTime))]
                );
            transaction.Commit();
        }

        await Until.True(
            "every command is due within its own interval again",
            () =>
            {
                using var connection = Storage.GetConnection();
                return connection.GetRecurringJobs().TrueForAll(j => j.NextExecution < wrong.UtcDateTime.AddDays(-1));
            },
            TimeSpan.FromMinutes(1)
        );
    }

    [DatabaseFact]
    public async Task A_command_that_was_deleted_on_the_job_dashboard_is_scheduled_again()
    {
        await At_the_start_each_command_runs_once_and_its_next_run_is_planned();
        _host.Services.GetRequiredService<IRecurringJobManager>().RemoveIfExists("seal");
        await Until.True(
            "it is on the schedule again",
            () =>
            {
                using var connection = Storage.GetConnection();
                return connection.GetRecurringJobs().Exists(j => j.Id == "seal" && j.NextExecution is not null);
            }
        );
    }

    private Task<int> AddMail(string recipient, bool urgent = false) =>
        _host.Db(db =>
        {
            var mail = new OutgoingMail(recipient, "Sign in", "<p>Sign in</p>", "Sign in", _host.Clock.Now);
            db.Mails.Add(urgent ? mail.Urgent() : mail);
            return db.SaveChangesAsync();
        });

    /// <summary>Replaces the mail server; sending to one address never ends.</summary>
    private sealed class Mailbox : IMailer
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _sent = new();
        private readonly TaskCompletionSource _hangs = new();

        public IReadOnlyCollection<string> Sent => _sent;

        public Task Hangs => _hangs.Task;

        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            if (mail.Recipient == "hangs@example.org")
            {
                _hangs.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            }

            _sent.Enqueue(mail.Recipient);
        }
    }
}
