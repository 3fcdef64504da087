using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Jobs;

public sealed class CommandJobOnSqlite(OnSqlite fixture) : CommandJobTests(fixture), IClassFixture<OnSqlite>;

public sealed class CommandJobOnPostgreSql(OnPostgreSql fixture) : CommandJobTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Runs jobs as Hangfire does, without Hangfire.</summary>
public abstract class CommandJobTests(HostFixture fixture)
{
    private CommandJob Job => fixture.Host.Services.GetRequiredService<CommandJob>();

    [DatabaseFact]
    public async Task Every_scheduled_command_may_run_twice_without_harm()
    {
        foreach (var scheduled in Schedule.All.Concat(Schedule.All))
            await Job.RunAsync(scheduled.Name, default);
        fixture.Host.Errors.Lines.ShouldBeEmpty();
    }
}

public sealed class CommandJobFailureTests
{
    [Fact]
    public async Task A_failed_job_keeps_the_type_of_its_exception_and_not_the_message()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        await host.Db(db => db.Database.ExecuteSqlRawAsync("DROP TABLE \"SignInRequests\""));
        var failure = await Should.ThrowAsync<JobFailedException>(
            host.Services.GetRequiredService<CommandJob>().RunAsync("sign-ins", default)
        );
        failure.Message.ShouldBe("SqliteException");
        failure.InnerException.ShouldBeNull();
        host.Errors.Lines.Where(line => line.StartsWith("The job", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldNotContain("no such table");
    }

    [Fact]
    public async Task A_command_that_is_requested_while_it_runs_runs_once_more_afterwards()
    {
        var mailbox = new SlowMailbox();
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string>(),
            services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailbox))
        );
        await AddMail(host, "first@example.org");
        var job = host.Services.GetRequiredService<CommandJob>();
        var running = job.RunAsync("mail", default);
        await mailbox.Started.WaitAsync(TimeSpan.FromSeconds(30));

        await AddMail(host, "second@example.org");
        await job.RunAsync("mail", default).WaitAsync(TimeSpan.FromSeconds(30));
        mailbox.Sent.ShouldBeEmpty("the second call only requests another run");
        var afterwards = await host.Sql.During(async () =>
        {
            mailbox.Continue();
            await running.WaitAsync(TimeSpan.FromSeconds(30));
        });
        mailbox.Sent.ShouldBe(["first@example.org", "second@example.org"]);
        afterwards
            .Count(sql => sql.Contains("\"LastTriedAt\" >", StringComparison.Ordinal))
            .ShouldBe(1, "each run starts with one query for work last tried in the future");
    }

    [Fact]
    public void The_schedule_creates_no_run_while_the_last_one_waits_or_runs_but_an_explicit_request_does()
    {
        using var storage = new InMemoryStorage();
        var filters = new JobFilterCollection();
        filters.Add(new OneAtATime());
        var factory = new BackgroundJobFactory(filters);
        var tick = Hangfire.Common.Job.FromExpression<CommandJob>(job => job.RunAsync("mail", CancellationToken.None));

        var first = Tick()!;
        Tick().ShouldBeNull("it waits");
        new BackgroundJobClient(storage, filters).Create(tick, new EnqueuedState()).ShouldNotBeNull();
        SetState(new ProcessingStateOfATest());
        Tick().ShouldBeNull("it runs");
        SetState(new SucceededState(null, 1, 1));
        Tick().ShouldNotBeNull("it has ended");

        string? Tick()
        {
            using var connection = storage.GetConnection();
            var context = new CreateContext(storage, connection, tick, new EnqueuedState());
            context.Parameters["RecurringJobId"] = "mail";
            return factory.Create(context)?.Id;
        }

        void SetState(IState state)
        {
            using var connection = storage.GetConnection();
            using var transaction = connection.CreateWriteTransaction();
            transaction.SetJobState(first, state);
            transaction.Commit();
        }
    }

    private static Task<int> AddMail(TrackerHost host, string recipient) =>
        host.Db(db =>
        {
            db.Mails.Add(new OutgoingMail(recipient, "Report", "<p>Report</p>", "Report", host.Clock.Now));
            return db.SaveChangesAsync();
        });

    /// <summary>Hangfire's own state can be created only by its workers.</summary>
    private sealed class ProcessingStateOfATest : IState
    {
        public string Name => ProcessingState.StateName;

        public string Reason => "";

        public bool IsFinal => false;

        public bool IgnoreJobLoadException => false;

        public Dictionary<string, string> SerializeData() => [];
    }

    private sealed class SlowMailbox : IMailer
    {
        private readonly TaskCompletionSource _started = new();
        private readonly TaskCompletionSource _continue = new();

        public List<string> Sent { get; } = [];

        public Task Started => _started.Task;

        public void Continue() => _continue.SetResult();

        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            _started.TrySetResult();
            await _continue.Task;
            Sent.Add(mail.Recipient);
        }
    }
}
