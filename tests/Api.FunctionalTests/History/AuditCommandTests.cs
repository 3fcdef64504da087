using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.History;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.History;

public sealed class AuditVerbOnSqlite(OnSqlite fixture) : AuditCommandTests(fixture), IClassFixture<OnSqlite>;

public sealed class AuditVerbOnPostgreSql(OnPostgreSql fixture) : AuditCommandTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The program as it is started on the command line.</summary>
public abstract class AuditCommandTests(HostFixture fixture)
{
    private static readonly SemaphoreSlim OneConsole = new(1);
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task It_reports_in_one_line_and_by_exit_code_whether_the_history_is_intact()
    {
        await _host.Organization("Green Delta");
        await _host.Send(new SealHistory());
        var head = (await _host.Send(new VerifyAudit())).Head;
        (await Run("audit", "verify")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(0),
            r => r.Output.Split('\n').ShouldHaveSingleItem(),
            r => r.Output.ShouldStartWith("Valid: "),
            r => r.Output.ShouldEndWith($"0 unsealed, head {head}")
        );
        (await Run("audit", "verify", head!)).Code.ShouldBe(0);
        (await Run("audit", "verify", "5f3c")).Code.ShouldBe(2, "no hash of an entry");
        (await Run("audit", "verify", new string('0', 64))).Code.ShouldBe(1);

        await _host.Db(db => db.History.Where(h => h.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(h => h.Data, "{}")));
        (await Run("audit", "verify")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(1),
            r => r.Output.ShouldStartWith("Broken at entry 2: ")
        );

        var recorded = (await _host.Send(new ListAuditVerifications())).Items;
        recorded
            .Take(3)
            .Select(v => v.State)
            .ShouldBe([AuditVerificationState.Broken, AuditVerificationState.Broken, AuditVerificationState.Valid]);
        recorded[0].By.ShouldBe("The command line");
    }

    [DatabaseFact]
    public async Task It_names_each_value_that_differs_from_the_record()
    {
        var organization = await _host.Organization("Blue Delta");
        var id = await _host.Draft(
            await _host.ActivePartnership(organization, await _host.Organization("City")),
            organization,
            "2027-06-30"
        );
        await _host.Db(db =>
            db.Commitments.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.DueDate, TestClock.Day("2029-06-30")))
        );
        (await Run("audit", "verify")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(1),
            r => r.Output.ShouldContain($"Commitments {id.Value}: DueDate is 2029-06-30, recorded was 2027-06-30")
        );
    }

    [DatabaseFact]
    public async Task If_the_database_cannot_be_read_it_reports_this_and_creates_nothing()
    {
        (await Run("audit", "whatever")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(2),
            r => r.Output.ShouldBe("Use: audit verify [HASH]")
        );

        var nowhere = Path.Combine(_host.Folder, "nowhere.db");
        (await RunOn("Sqlite", $"Data Source={nowhere}", "audit", "verify")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(2),
            r => r.Output.ShouldStartWith("Cannot verify: ")
        );
        File.Exists(nowhere).ShouldBeFalse();
    }

    private Task<(int Code, string Output)> Run(params string[] words) => RunOn(_host.Provider.ToString(), _host.ConnectionString, words);

    private static async Task<(int Code, string Output)> RunOn(string provider, string connectionString, params string[] words)
    {
        string[] args = [.. words, $"--Database:Provider={provider}", $"--ConnectionStrings:Tracker={connectionString}"];
        await OneConsole.WaitAsync();
        var before = (Console.Out, Console.Error);
        using var said = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(said);
            var code = await Task.Run(() => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args])!);
            return (code, said.ToString().Trim());
        }
        finally
        {
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
            OneConsole.Release();
        }
    }
}
