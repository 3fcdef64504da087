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

/// <summary>With the engine running, as in production.</summary>
public abstract class JobTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly Mailbox _mailbox = new();
    private TrackerHost _host = null!;

    private JobStorage Storage => _host.Services.GetRequiredService<JobStorage>();

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(
        provider, new Dictionary<string, string> { ["Jobs:Enabled"] = "true" }, services => services.Replace(ServiceDescriptor.Singleton<IMailer>(_mailbox)));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task At_the_start_each_command_runs_once_and_its_next_hour_is_known() => await Until.True("all commands have run", () =>
    {
        using var connection = Storage.GetConnection();
        var jobs = connection.GetRecurringJobs();
        var ran = Storage.GetMonitoringApi().SucceededJobs(0, 100).Select(run => (string)run.Value.Job.Args[0]).ToHashSet();
        return jobs.Select(j => j.Id).Order().SequenceEqual(Schedule.All.Select(c => c.Name).Order())
            && jobs.TrueForAll(j => j.NextExecution is not null) && Schedule.All.All(command => ran.Contains(command.Name));
    });

    [DatabaseFact]
    public async Task A_mail_leaves_when_its_change_is_saved_and_not_at_the_next_tick()
    {
        await At_the_start_each_command_runs_once_and_its_next_hour_is_known();
        await Owe("rahima@example.org", urgent: true);
        await Until.True("the mail has left", () => _mailbox.Taken.Contains("rahima@example.org"), TimeSpan.FromSeconds(10));
    }

    [DatabaseFact]
    public async Task What_somebody_waits_for_leaves_while_another_mail_hangs()
    {
        await At_the_start_each_command_runs_once_and_its_next_hour_is_known();
        await Owe("hangs@example.org");
        await _mailbox.Hangs.WaitAsync(TimeSpan.FromSeconds(30));
        await Owe("rahima@example.org", urgent: true);
        await Until.True("the urgent mail has left", () => _mailbox.Taken.Contains("rahima@example.org"), TimeSpan.FromSeconds(10));
    }

    [DatabaseFact]
    public async Task A_clock_that_was_two_days_ahead_does_not_let_the_commands_stand_still()
    {
        await At_the_start_each_command_runs_once_and_its_next_hour_is_known();
        var wrong = TimeProvider.System.GetUtcNow().AddDays(2);
        using (var connection = Storage.GetConnection())
        using (var transaction = connection.CreateWriteTransaction())
        {
            foreach (var command in Schedule.All)
                transaction.SetRangeInHash($"recurring-job:{command.Name}", [new("NextExecution", Hangfire.Common.JobHelper.SerializeDateTime(wrong.UtcDateTime))]);
            transaction.Commit();
        }

        await Until.True("every command is due within its own interval again", () =>
        {
            using var connection = Storage.GetConnection();
            return connection.GetRecurringJobs().TrueForAll(j => j.NextExecution < wrong.UtcDateTime.AddDays(-1));
        }, TimeSpan.FromMinutes(1));
    }

    [DatabaseFact]
    public async Task A_command_that_somebody_deleted_at_the_dashboard_comes_back()
    {
        await At_the_start_each_command_runs_once_and_its_next_hour_is_known();
        _host.Services.GetRequiredService<IRecurringJobManager>().RemoveIfExists("seal");
        await Until.True("it is on the schedule again", () =>
        {
            using var connection = Storage.GetConnection();
            return connection.GetRecurringJobs().Exists(j => j.Id == "seal" && j.NextExecution is not null);
        });
    }

    private Task<int> Owe(string recipient, bool urgent = false) => _host.Db(db =>
    {
        var mail = new OutgoingMail(recipient, "Sign in", "<p>Sign in</p>", "Sign in", _host.Clock.Now);
        db.Mails.Add(urgent ? mail.Urgent() : mail);
        return db.SaveChangesAsync();
    });

    /// <summary>The outside world, in which one address takes for ever.</summary>
    private sealed class Mailbox : IMailer
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _taken = new();
        private readonly TaskCompletionSource _hangs = new();

        public IReadOnlyCollection<string> Taken => _taken;

        public Task Hangs => _hangs.Task;

        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            if (mail.Recipient == "hangs@example.org")
            {
                _hangs.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            }

            _taken.Enqueue(mail.Recipient);
        }
    }
}
