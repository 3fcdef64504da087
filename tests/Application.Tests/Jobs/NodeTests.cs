using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Tests.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Jobs;

[Collection(nameof(Alone))]
public sealed class NodesOnSqlite() : NodeTests(DatabaseProvider.Sqlite);

[Collection(nameof(Alone))]
public sealed class NodesOnPostgreSql() : NodeTests(DatabaseProvider.PostgreSql);

/// <summary>Real processes that are killed, frozen and stopped while a real mail server listens.</summary>
public abstract class NodeTests(DatabaseProvider provider)
{
    private const string Person = "ana@example.org";

    [DatabaseFact]
    public async Task After_a_kill_during_a_mailing_a_sign_in_mail_requested_at_the_restart_is_sent_within_ten_seconds()
    {
        await using var installation = await Installation.MakeAsync(provider);
        await installation.AddMailsAsync(50);
        installation.Server.BeforeMail = ct =>
            installation.Server.Accepted.Count < 5 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, ct);
        await using (var node = await installation.StartAsync())
        {
            await Until.True(
                "the sixth mail hangs",
                () => installation.Server.Accepted.Count == 5 && installation.Server.Senders.Count >= 6
            );
            await node.KillAsync();
        }

        installation.Server.BeforeMail = _ => Task.CompletedTask;
        await using var again = await installation.StartAsync();

        // The first request of a process waits for its code to be compiled; this test is about the mails that wait.
        (await again.Http.Get("/sign-in")).MustBe(200);
        var watch = Stopwatch.StartNew();
        (await again.Http.Post("/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("email", Person)]))).MustBe(200);
        await Until.True("the sign-in mail is sent", () => installation.Received().Contains(Person), TimeSpan.FromSeconds(30));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [DatabaseFact]
    public async Task A_program_that_is_asked_to_stop_while_the_mail_server_hangs_ends_within_ten_seconds()
    {
        await using var installation = await Installation.MakeAsync(provider);
        await installation.AddMailsAsync(1);
        installation.Server.BeforeMail = ct => Task.Delay(Timeout.Infinite, ct);
        await using var node = await installation.StartAsync();
        await Until.True("a mail hangs", () => !installation.Server.Senders.IsEmpty);
        (await node.StopAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}

public sealed class FrozenNodeTests
{
    [PostgreSqlFact]
    public async Task A_node_that_was_frozen_beyond_its_claim_sends_no_mail_that_another_node_has_claimed()
    {
        const int Mails = 90;
        await using var installation = await Installation.MakeAsync(DatabaseProvider.PostgreSql);
        await installation.AddMailsAsync(Mails);
        var (isUnderWay, resume) = (new TaskCompletionSource(), new TaskCompletionSource());
        installation.Server.BeforeMail = _ =>
        {
            if (installation.Server.Accepted.Count < 10)
                return Task.CompletedTask;
            isUnderWay.TrySetResult();
            return resume.Task;
        };
        await using var frozen = await installation.StartAsync();
        await isUnderWay.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await frozen.FreezeAsync();
        resume.SetResult();

        await using var other = await installation.StartAsync();
        await Until.True(
            "the other node has sent the rest",
            () => installation.Received().Distinct().Count() == Mails,
            TimeSpan.FromMinutes(2)
        );

        // As if two minutes had passed: the claim of the frozen node has ended, and the mail it was sending is sent again.
        await using (var db = installation.Database.Open())
            await db.DeferredWork.ExecuteUpdateAsync(set =>
                set.SetProperty(w => w.ClaimedUntil, TimeProvider.System.GetUtcNow().AddSeconds(-1))
            );
        await Until.True(
            "no mail is waiting",
            () => installation.WaitingAsync().ContinueWith(w => w.Result == 0, TaskScheduler.Default),
            TimeSpan.FromMinutes(2)
        );

        await frozen.WakeAsync();
        await installation.AddMailsAsync(1, "after@example.org");
        await Until.True(
            "both nodes are at work again",
            () => installation.Received().Contains("after@example.org"),
            TimeSpan.FromMinutes(2)
        );
        var twice = installation.Received().GroupBy(recipient => recipient).Where(g => g.Count() > 1).Select(g => g.Count()).ToList();
        twice.ShouldBe([2], "only the mail that it was sending");
    }

    [PostgreSqlFact]
    public async Task A_transaction_that_a_frozen_node_left_open_ends_before_the_other_nodes_give_up_waiting()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.PostgreSql);
        var id = await host.Organization("Bangladesh");
        await using var scope = host.Services.CreateAsyncScope();
        var frozen = scope.ServiceProvider.GetRequiredService<TrackerDb>();
        await using var left = await frozen.Database.BeginTransactionAsync();
        (await RenameAsync(frozen, "Frozen")).ShouldBe(1);

        (await host.Db(db => RenameAsync(db, "Other"))).ShouldBe(1);

        Task<int> RenameAsync(TrackerDb db, string name) =>
            db.Organizations.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, name));
    }
}

/// <summary>A database, a folder and a mail server that several processes share.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;

    private Installation(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public TestSmtpServer Server { get; } = new();

    public static async Task<Installation> MakeAsync(DatabaseProvider provider) => new(await TestDatabase.CreateAsync(provider));

    public Task<Node> StartAsync() =>
        Node.StartAsync(
            Database,
            _folder,
            new Dictionary<string, string>
            {
                ["Mail:Mode"] = "Smtp",
                ["Mail:Smtp:Host"] = "127.0.0.1",
                ["Mail:Smtp:Port"] = Server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Mail:Smtp:Security"] = "None",
                ["Bootstrap:Email"] = "ana@example.org",
                ["Storage:Folder"] = Path.Combine(_folder, "files"),
            }
        );

    public async Task AddMailsAsync(int count, string? recipient = null)
    {
        await using var db = Database.Open();
        db.Mails.AddRange(
            Enumerable
                .Range(0, count)
                .Select(i => new OutgoingMail(
                    recipient ?? $"reader{i}@example.org",
                    "Report",
                    "<p>Report</p>",
                    "Report",
                    TimeProvider.System.GetUtcNow()
                ))
        );
        await db.SaveChangesAsync();
    }

    public IReadOnlyList<string> Received() => [.. Server.Accepted.Select(mail => mail.Message.To.Mailboxes.Single().Address)];

    public async Task<int> WaitingAsync()
    {
        await using var db = Database.Open();
        return await db.DeferredWork.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}
