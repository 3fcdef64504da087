using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class ListsOnSqlite(OnSqlite fixture) : ListTests(fixture), IClassFixture<OnSqlite>;

public sealed class ListsOnPostgreSql(OnPostgreSql fixture) : ListTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ListTests(HostFixture fixture)
{
    private const string Commitments = "/api/v1/commitments";
    private static readonly SemaphoreSlim Once = new(1);
    private static readonly Dictionary<TrackerHost, Examples> Prepared = [];
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseTheory]
    [InlineData("overdue=true", "late")]
    [InlineData("overdue=false", "claimed", "closed", "draft", "running")]
    [InlineData("reportedComplete=true", "claimed")]
    [InlineData("reportedComplete=false", "closed", "draft", "late", "running")]
    [InlineData("status=draft", "draft")]
    [InlineData("status=notCompleted", "closed")]
    [InlineData("status=NotCompleted", "closed")]
    [InlineData("sdgGoal=13", "draft")]
    [InlineData("sdgGoal=3", "claimed", "closed", "draft", "late", "running")]
    [InlineData("sdgTarget=13.2", "draft")]
    [InlineData("sdgTarget=13.A")]
    [InlineData("countryCode=KEN", "draft")]
    [InlineData("countryCode=bd", "claimed", "closed", "late")]
    [InlineData("pillar=advocacy", "draft")]
    [InlineData("sector=private", "running")]
    [InlineData("dueFrom=2027-06-30", "draft", "running")]
    [InlineData("dueTo=2026-11-20", "claimed", "closed", "late")]
    [InlineData("dueFrom=2027-06-30&dueTo=2027-06-30", "running")]
    [InlineData("q=RUNN", "running")]
    [InlineData("q=societe", "running")]
    [InlineData("q=%25")]
    [InlineData("organizationId={other}", "running")]
    [InlineData("overdue=true&sector=civilSociety&sdgGoal=3&countryCode=BD&status=active&dueTo=2026-12-31&q=la", "late")]
    public async Task Each_filter_finds_the_expected_commitments(string filter, params string[] titles)
    {
        var examples = await Given();
        var page = (
            await _secretariat.Get(
                $"{Commitments}?partnershipId={examples.Partnership}&sort=title&"
                    + $"{filter.Replace("{other}", examples.Other.ToString(), StringComparison.Ordinal)}"
            )
        ).MustBe(200);
        page.Items.Select(c => c.GetProperty("title").GetString()).ShouldBe(titles);
        page["total"].GetInt32().ShouldBe(titles.Length);
        page["next"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task An_item_contains_the_fields_of_a_list()
    {
        var examples = await Given();
        var item = (
            await _secretariat.Get($"{Commitments}?overdue=true&partnershipId={examples.Partnership}")
        ).Items.ShouldHaveSingleItem();
        item.GetProperty("isOverdue").GetBoolean().ShouldBeTrue();
        item.GetProperty("daysOverdue").GetInt32().ShouldBe(1);
        item.GetProperty("dueDate").GetString().ShouldBe("2026-11-20");
        item.GetProperty("organizationName").GetString().ShouldBe("Green Delta");
        item.GetProperty("sdgTargets")[0].GetString().ShouldBe("3.4");
        item.GetProperty("status").GetString().ShouldBe("active");
    }

    [DatabaseTheory]
    [InlineData("sort=title", "claimed", "closed", "draft", "late", "running")]
    [InlineData("sort=dueDate", "closed", "claimed", "late", "running", "draft")]
    [InlineData("sort=-dueDate", "draft", "running", "late", "claimed", "closed")]
    [InlineData("", "closed", "claimed", "late", "running", "draft")]
    public async Task A_list_is_sorted_and_paged_by_cursor(string sort, params string[] titles)
    {
        var examples = await Given();
        var path = $"{Commitments}?partnershipId={examples.Partnership}&{sort}";
        foreach (var limit in new[] { 1, 2, 5, 200 })
            (await _secretariat.All(path, limit)).Select(c => c.GetProperty("title").GetString()).ShouldBe(titles);
    }

    [DatabaseTheory]
    [InlineData("limit=0", 400, "request.invalid", "limit")]
    [InlineData("limit=201", 400, "request.invalid", "limit")]
    [InlineData("limit=many", 400, "request.invalid", "limit")]
    [InlineData("cursor=abc", 400, "request.cursor", "cursor")]
    [InlineData("sort=price", 400, "request.invalid", "sort")]
    [InlineData("status=asleep", 400, "request.invalid", "status")]
    [InlineData("status=1", 400, "request.invalid", "status")]
    [InlineData("overdue=maybe", 400, "request.invalid", "overdue")]
    [InlineData("sdgGoal=18", 400, "request.invalid", "sdgGoal")]
    [InlineData("sdgTarget=3.99", 422, "reference.unknownSdgTarget", "sdgTarget")]
    [InlineData("countryCode=XX", 422, "reference.unknownCountry", "countryCode")]
    [InlineData("dueFrom=tomorrow", 400, "request.invalid", "dueFrom")]
    [InlineData("organizationId=nobody", 400, "request.invalid", "organizationId")]
    public async Task What_is_asked_wrongly_is_refused_by_name(string query, int status, string code, string field) =>
        (await _secretariat.Get($"{Commitments}?{query}")).MustRefuse(status, code, field);

    private async Task<Examples> Given()
    {
        await Once.WaitAsync();
        try
        {
            if (!Prepared.TryGetValue(_host, out var examples))
                Prepared[_host] = examples = await Prepare();
            return examples;
        }
        finally
        {
            Once.Release();
        }
    }

    private async Task<Examples> Prepare()
    {
        var own = await _host.Organization("Green Delta");
        var other = await _host.Organization("Société Générale de Santé", "70", "CH", "Europe/Zurich");
        var partnership = await _host.ActivePartnership(own, other);
        await _host.ActiveCommitment(partnership, own, "2026-11-20", "late");
        await _host.ReportComplete(await _host.ActiveCommitment(partnership, own, "2026-11-19", "claimed"), "2026-11-18");
        await _host.Close(
            await _host.ActiveCommitment(partnership, own, "2026-11-18", "closed"),
            ClosingOutcome.NotCompleted,
            "2026-11-20"
        );
        await _host.ActiveCommitment(partnership, other, "2027-06-30", "running");
        (
            await _secretariat.Post(
                Commitments,
                Bodies
                    .Commitment(partnership.Value, own.Value)
                    .With("title", "draft")
                    .With("dueDate", "2028-12-31")
                    .With("sdgTargets", new[] { "13.2", "3.4" })
                    .With("countryCodes", new[] { "KE" })
                    .With("pillar", "advocacy")
            )
        ).MustBe(201);
        return new Examples(partnership.Value, other.Value);
    }

    private sealed record Examples(Guid Partnership, Guid Other);
}
