using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.History;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Backups;

public sealed class BackupCommandOnSqlite() : BackupCommandTests(DatabaseProvider.Sqlite);

public sealed class BackupCommandOnPostgreSql() : BackupCommandTests(DatabaseProvider.PostgreSql);

/// <summary>Backs up by a second process while people write, and restores into another place.</summary>
public abstract class BackupCommandTests(DatabaseProvider provider)
{
    private const int Writers = 4;
    private readonly ConcurrentBag<string> _drafts = [];
    private readonly ConcurrentBag<string> _files = [];

    [DatabaseFact]
    public async Task A_backup_made_while_people_write_holds_everything_acknowledged_before_it_and_is_whole()
    {
        await using var host = await TrackerHost.StartAsync(provider);
        var world = await World.Create(host);
        var reports = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => world.Report(Whose.Own)));
        using var stop = new CancellationTokenSource();
        var writing = reports
            .Select((report, writer) => WriteAsync(world, report, writer, stop.Token))
            .Append(SealAsync(host, stop.Token))
            .ToList();
        await Until.True("people write", () => _files.Count >= 20);

        var (drafts, files) = (_drafts.ToList(), _files.ToList());
        var source = TestDatabase.At(provider, NameOf(host));
        var backup = Path.Combine(host.Folder, "backup");
        var made = await Node.RunAsync(source, host.Folder, Settings(host.Folder), "backup", backup);
        var (draftsAfter, filesAfter) = (_drafts.Count, _files.Count);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        (made.Code, made.Error).ShouldBe((0, ""));
        made.Output.ShouldStartWith("Backed up ");
        (draftsAfter, filesAfter).ShouldSatisfyAllConditions(
            after => after.draftsAfter.ShouldBeGreaterThan(drafts.Count, "people went on writing"),
            after => after.filesAfter.ShouldBeGreaterThan(files.Count)
        );

        // The source is still running, so nothing may be restored there.
        var refused = await Node.RunAsync(source, host.Folder, Settings(host.Folder), "restore", backup, "--replace");
        (refused.Code, refused.Output).ShouldBe((1, ""));
        refused.Error.ShouldStartWith("Cannot restore: ");
        refused.Error.ShouldContain("first.");

        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;
        var restored = await Node.RunAsync(database, folder, Settings(folder), "restore", backup);
        (restored.Code, restored.Error).ShouldBe((0, ""), restored.Output);
        restored
            .Output.Split('\n')
            .ShouldSatisfyAllConditions(lines => lines[0].ShouldStartWith("Restored "), lines => lines[1].ShouldStartWith("Valid: "));
        await using var node = await Node.StartAsync(database, folder, Settings(folder));
        node.Http.DefaultRequestHeaders.Add("X-Api-Key", TrackerHost.BootstrapKey);
        (await node.Http.Get("/health/ready")).MustBe(200);
        foreach (var draft in drafts)
            (await node.Http.Get($"/api/v1/commitments/{draft}")).MustBe(200);
        foreach (var file in files)
            (await node.Http.Get(file)).MustBe(200);
        foreach (var id in await EvidenceAsync(database))
            (await node.Http.Get($"/api/v1/evidence/{id}/content")).MustBe(200);
    }

    [DatabaseFact]
    public async Task A_start_without_the_database_that_was_there_and_a_word_that_is_no_command_end_with_one_sentence()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "files", "keys"));
        await File.WriteAllTextAsync(Path.Combine(folder, "files", "keys", "key-1.xml"), "key");
        foreach (var demo in new[] { "false", "true" })
        {
            var settings = Settings(folder).Append(new("Demo:Enabled", demo)).ToDictionary();
            var start = await Node.RunAsync(database, folder, settings);
            (start.Code, start.Output).ShouldBe((1, ""));
            start.Error.ShouldStartWith("Cannot start: The database ");
            start.Error.ShouldNotContain("\n");
        }

        var mistyped = await Node.RunAsync(database, folder, Settings(folder), "bakup", "somewhere");
        (mistyped.Code, mistyped.Output).ShouldBe((2, ""));
        mistyped.Error.ShouldStartWith("Use: ");
        var without = await Node.RunAsync(database, folder, Settings(folder), "backup");
        (without.Code, without.Output).ShouldBe((2, ""));
    }

    /// <summary>Drafts commitments and adds evidence to a report, one after the other, and remembers what was acknowledged.</summary>
    private async Task WriteAsync(World world, string report, int writer, CancellationToken stop)
    {
        var client = world.Secretariat;
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var body = Bodies.Commitment(world.Partnership(Whose.Own).Value, world.Organization(Whose.Own).Value);
            _drafts.Add((await client.Post("/api/v1/commitments", body)).MustBe(201).Id);
            if (i >= Domain.Commitments.ProgressReport.MaxEvidence)
                continue;
            var content = System.Text.Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\nRegister {writer}-{i}")
            );
            var added = (await client.Post(report + "/evidence", Bodies.Evidence(content, "register.pdf"))).MustBe(201);
            _files.Add(added.Headers.Location!.ToString());
        }
    }

    private static async Task SealAsync(TrackerHost host, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await host.Send(new SealHistory(), CancellationToken.None);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static async Task<List<Guid>> EvidenceAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return [.. (await db.Evidence.Where(e => e.Sha256 != null).Select(e => e.Id).ToListAsync()).Select(id => id.Value)];
    }

    private static Dictionary<string, string> Settings(string folder) =>
        new()
        {
            ["Storage:Folder"] = Path.Combine(folder, "files"),
            ["Jobs:Enabled"] = "false",
            ["Mail:Mode"] = "Pickup",
            ["Mail:PickupFolder"] = Path.Combine(folder, "mail"),
        };

    private static string NameOf(TrackerHost host) =>
        host.Provider == DatabaseProvider.Sqlite
            ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(host.ConnectionString).DataSource
            : new Npgsql.NpgsqlConnectionStringBuilder(host.ConnectionString).Database!;
}
