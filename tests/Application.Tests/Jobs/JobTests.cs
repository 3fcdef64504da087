using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Jobs;

public sealed class JobsOnSqlite(OnSqlite fixture) : JobTests(fixture), IClassFixture<OnSqlite>;

public sealed class JobsOnPostgreSql(OnPostgreSql fixture) : JobTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class JobTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly string _name = Guid.NewGuid().ToString("n");

    private CommandJob Job => _host.Services.GetRequiredService<CommandJob>();

    [DatabaseFact]
    public async Task Of_several_nodes_one_works()
    {
        var (begun, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Job.RunAsync(Command(async () =>
        {
            begun.SetResult();
            await finish.Task;
        }), default);
        await begun.Task;
        (await Job.RunAsync(Command(() => throw new InvalidOperationException("Two at once.")), default)).ShouldBeFalse();

        finish.SetResult();
        (await first).ShouldBeTrue();
        (await Job.RunAsync(Command(() => Task.CompletedTask), default)).ShouldBeTrue("the lease was given back");
    }

    [DatabaseFact]
    public async Task A_node_that_died_loses_its_lease()
    {
        await Job.RunAsync(Command(() => Task.CompletedTask), default);
        await _host.Db(db => db.Jobs.Where(j => j.Name == _name).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, TestClock.Start.AddMinutes(2))));
        (await Job.RunAsync(Command(() => Task.CompletedTask), default)).ShouldBeFalse();
        _host.Clock.Now = TestClock.Start.AddMinutes(3);
        (await Job.RunAsync(Command(() => Task.CompletedTask), default)).ShouldBeTrue();
        _host.Clock.Now = TestClock.Start;
    }

    [DatabaseFact]
    public async Task A_failure_rises_is_kept_without_its_words_and_does_not_stop_the_next_run()
    {
        await Should.ThrowAsync<InvalidOperationException>(Job.RunAsync(Command(() => throw new InvalidOperationException("board@example.org")), default));
        var row = await Row();
        row.LastFailure.ShouldBe("InvalidOperationException");
        row.LastFailedAt.ShouldBe(_host.Clock.Now);
        row.LeasedUntil.ShouldBeNull();
        (await Job.RunAsync(Command(() => Task.CompletedTask), default)).ShouldBeTrue();
        (await Row()).LastSucceededAt.ShouldBe(_host.Clock.Now);
    }

    [DatabaseFact]
    public async Task A_paused_job_does_not_run()
    {
        await Job.RunAsync(Command(() => Task.CompletedTask), default);
        await _host.Db(db => db.Jobs.Where(j => j.Name == _name).ExecuteUpdateAsync(set => set.SetProperty(j => j.IsPaused, true)));
        (await Job.RunAsync(Command(() => Task.CompletedTask), default)).ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task Everything_on_the_schedule_may_run_twice_without_harm()
    {
        foreach (var scheduled in Schedule.All.Concat(Schedule.All))
            (await Job.RunAsync(scheduled, default)).ShouldBeTrue(scheduled.Name);
    }

    private ScheduledCommand Command(Func<Task> work) => new(_name, "0 0 * * * ?", (_, _) => work(), AtStart: false);

    private Task<Job> Row() => _host.Db(db => db.Jobs.SingleAsync(j => j.Name == _name));
}
