using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.History;

public sealed class AnchorOnSqlite() : AnchorTests(DatabaseProvider.Sqlite);

public sealed class AnchorOnPostgreSql() : AnchorTests(DatabaseProvider.PostgreSql);

/// <summary>The heads of the history are written to a folder outside the database.</summary>
public abstract class AnchorTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"));
    private TrackerHost _host = null!;

    private string OwnFile => Path.Combine(_folder, $"heads-{Environment.MachineName}.txt");

    public async Task InitializeAsync() =>
        _host = await TrackerHost.StartAsync(provider, new Dictionary<string, string> { ["Audit:AnchorFolder"] = _folder });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Each_sealing_writes_its_head_once_and_verify_finds_it()
    {
        await Sealed("Green Delta");
        await _host.Send(new SealHistory());
        await Sealed("Ministry");

        var lines = await File.ReadAllLinesAsync(OwnFile);
        lines.Length.ShouldBe(2);
        var result = await _host.Send(new VerifyAudit());
        result.ShouldSatisfyAllConditions(r => r.Valid.ShouldBeTrue(), r => r.Anchored.ShouldBe(2));
        lines[1].ShouldStartWith($"{result.Entries} {result.Head} ");
    }

    [DatabaseFact]
    public async Task A_history_that_was_cut_off_or_computed_anew_is_found()
    {
        await Sealed("Green Delta");
        var last = (await _host.Send(new VerifyAudit())).Entries;
        await _host.Db(db => db.History.Where(h => h.Number == last).ExecuteDeleteAsync());
        (await _host.Send(new VerifyAudit())).ShouldSatisfyAllConditions(r => r.Valid.ShouldBeFalse(), r => r.FirstBroken.ShouldBe(last));

        await _host.Db(db =>
            db.History.ExecuteUpdateAsync(set =>
                set.SetProperty(h => h.Number, (long?)null)
                    .SetProperty(h => h.Hash, (string?)null)
                    .SetProperty(h => h.SealedAt, (DateTimeOffset?)null)
            )
        );
        await Sealed("Ministry");
        (await _host.Send(new VerifyAudit())).ShouldSatisfyAllConditions(r => r.Valid.ShouldBeFalse(), r => r.FirstBroken.ShouldBe(last));
    }

    [DatabaseFact]
    public async Task The_heads_of_all_nodes_are_compared_and_lines_cut_off_by_a_crash_are_left_out()
    {
        await Sealed("Green Delta");
        await File.AppendAllTextAsync(OwnFile, "17 abc");
        await Sealed("Ministry");
        (await File.ReadAllLinesAsync(OwnFile)).Length.ShouldBe(3);
        (await _host.Send(new VerifyAudit())).ShouldSatisfyAllConditions(r => r.Valid.ShouldBeTrue(), r => r.Anchored.ShouldBe(2));

        await File.WriteAllTextAsync(Path.Combine(_folder, "heads-other.txt"), $"1 {new string('0', 64)} 2026-11-21T06:00:00Z\n");
        (await _host.Send(new VerifyAudit())).FirstBroken.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_head_that_could_not_be_written_is_written_with_the_next_sealing()
    {
        await File.WriteAllTextAsync(_folder, "This is no folder.");
        await Sealed("Green Delta");
        _host.Errors.Lines.ShouldContain(line => line.Contains("could not be anchored", StringComparison.Ordinal));
        File.Delete(_folder);
        await _host.Send(new SealHistory());
        (await File.ReadAllLinesAsync(OwnFile)).ShouldHaveSingleItem();
    }

    private async Task Sealed(string organization)
    {
        await _host.Organization(organization);
        await _host.Send(new SealHistory());
    }
}
