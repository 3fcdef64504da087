using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Engagement;

public sealed class EngagementOnSqlite(OnSqlite fixture) : EngagementTests(fixture), IClassFixture<OnSqlite>;

public sealed class EngagementOnPostgreSql(OnPostgreSql fixture) : EngagementTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class EngagementTests(HostFixture fixture) : IAsyncLifetime
{
    private static readonly object Mothers = new
    {
        community = "Mothers' groups",
        phase = "design",
        level = "consult",
        from = "2026-01-01",
    };

    private static readonly object Reach = new
    {
        result = "equitableAccess",
        indicator = "Women who reach a clinic within an hour",
        unit = "%",
        baseline = 0,
        value = 61.5,
        asOf = "2026-10-01",
    };

    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private OrganizationId _lead;
    private OrganizationId _other;
    private PartnershipId _partnership;
    private CommitmentId _commitment;

    private string Partnership => $"/api/v1/partnerships/{_partnership.Value}";

    private string Commitment => $"/api/v1/commitments/{_commitment.Value}";

    public async Task InitializeAsync()
    {
        _lead = await _host.Organization("Green Delta");
        _other = await _host.Organization("Ministry", "10");
        _partnership = await _host.ActivePartnership(_lead, _other);
        _commitment = await _host.ActiveCommitment(_partnership, _other, "2027-06-30");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task What_was_recorded_can_be_read_revised_and_removed_and_the_history_keeps_it()
    {
        var recorded = (await _secretariat.Post(Partnership + "/engagements", Mothers)).MustBe(201);
        var url = $"/api/v1/engagements/{recorded.Id}";
        (await _secretariat.Get(url)).MustBe(200)["level"].GetString().ShouldBe("consult");
        var revised = (
            await _secretariat.Put(
                url,
                new
                {
                    organizationId = _other.Value,
                    phase = "design",
                    level = "empower",
                    from = "2026-01-01",
                },
                recorded.Tag
            )
        ).MustBe(200);
        (revised["organizationName"].GetString(), revised["community"].GetString()).ShouldBe(("Ministry", null));
        (await _secretariat.Put(url, Mothers, recorded.Tag)).MustBe(412);
        (await _secretariat.Delete(url)).MustBe(204);
        (await _secretariat.Get(url)).MustRefuse(404, "engagement.notFound");
        var texts = (await _secretariat.Get($"/api/v1/history?partnershipId={_partnership.Value}&event=communityEngagementRemoved"))
            .Items.Concat((await _secretariat.Get($"/api/v1/history?partnershipId={_partnership.Value}")).Items)
            .Select(h => h.GetProperty("text").GetString())
            .ToList();
        texts.ShouldContain("The secretariat recorded that Mothers' groups takes part. Phase: design. Level: consult.");
        texts.ShouldContain("The secretariat removed the record that Ministry takes part. Phase: design. Level: empower.");
        texts.ShouldContain(text => text!.Contains("Level: “consult” → “empower”.", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task A_party_records_for_its_commitment_and_who_leads_for_the_partnership()
    {
        using var other = _host.Client(await _host.Key(_other, "officer"));
        using var reporter = _host.Client(await _host.Key(_other, "reporter"));
        using var lead = _host.Client(await _host.Key(_lead, "officer"));
        (await other.Post(Partnership + "/engagements", Mothers)).MustRefuse(403, "access.notLead");
        (await lead.Post(Partnership + "/engagements", Mothers)).MustBe(201);
        (await reporter.Post(Commitment + "/engagements", Mothers)).MustBe(201);
        (await lead.Post(Commitment + "/engagements", Mothers)).MustRefuse(403, "access.notYourOrganization");
        (await lead.Get(Commitment + "/engagements")).Items.ShouldHaveSingleItem();
        (await lead.Get(Partnership + "/engagements")).Items.Length.ShouldBe(2, "with those of its commitments");
    }

    [DatabaseFact]
    public async Task Each_invalid_field_is_refused_by_its_name()
    {
        (
            await _secretariat.Post(
                Commitment + "/engagements",
                new
                {
                    phase = "design",
                    level = "inform",
                    from = "2026-01-01",
                }
            )
        ).MustRefuse(422, "engagement.nobodyNamed", "community");
        (
            await _secretariat.Post(
                Commitment + "/engagements",
                new
                {
                    community = "Two\nlines",
                    phase = "design",
                    level = "inform",
                    from = "2026-01-01",
                }
            )
        ).MustRefuse(400, "request.invalid", "community");
        (
            await _secretariat.Post(
                Commitment + "/result-measures",
                new
                {
                    result = "accountability",
                    indicator = "",
                    unit = "%",
                }
            )
        ).MustRefuse(400, "request.invalid", "indicator");
        (
            await _secretariat.Post(
                Commitment + "/result-measures",
                new
                {
                    result = "accountability",
                    indicator = "Complaints answered",
                    unit = "%",
                    value = 3,
                    asOf = "2026-11-22",
                }
            )
        ).MustRefuse(422, "engagement.inTheFuture", "asOf");
        (await _secretariat.Get($"/api/v1/partnerships/{Guid.NewGuid()}/engagements")).MustBe(404);
        (await _secretariat.Get($"/api/v1/commitments/{Guid.NewGuid()}/result-measures")).MustBe(404);
    }

    [DatabaseFact]
    public async Task A_measure_of_a_result_is_recorded_revised_exported_and_removed()
    {
        var recorded = (await _secretariat.Post(Commitment + "/result-measures", Reach)).MustBe(201);
        recorded["baseline"].GetDecimal().ShouldBe(0, "nought is not unknown");
        var url = $"/api/v1/result-measures/{recorded.Id}";
        (
            await _secretariat.Put(
                url,
                new
                {
                    result = "capabilities",
                    indicator = "Trained midwives",
                    unit = "people",
                }
            )
        ).MustBe(200)["value"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await _secretariat.Get($"/api/v1/exports/commitments/{_commitment.Value}/result-measures.csv"))
            .MustBe(200)
            .Text.ShouldContain("Trained midwives");
        (await _secretariat.Get($"/api/v1/exports/partnerships/{_partnership.Value}/engagements.csv")).MustBe(200);
        (await _secretariat.Delete(url)).MustBe(204);
        (await _secretariat.Get(Partnership + "/result-measures")).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_person_records_and_removes_with_forms_alone()
    {
        var (_, email) = await Visitor.Invited(_host, Role.Officer, _other);
        var visitor = await new Visitor(_host).SignIn(email);
        var page = $"/commitments/{_commitment.Value}/engagement";
        Read(await visitor.Open($"/commitments/{_commitment.Value}")).QuerySelector("#engagement a")!.GetAttribute("href").ShouldBe(page);
        Read(await visitor.Open(page)).QuerySelector("h1")!.TextContent.ShouldBe("No community engagement is recorded yet");

        var wrong = Read(
            (await visitor.Submit(page + "/new", ("community", "Fishers"), ("phase", "review"), ("from", "2026-02-01"))).MustBe(422)
        );
        wrong.QuerySelector("[name=phase][checked]")!.GetAttribute("value").ShouldBe("review", "nothing that was chosen is lost");
        Location(
                await visitor.Submit(
                    page + "/new",
                    ("community", "Fishers"),
                    ("phase", "review"),
                    ("level", "collaborate"),
                    ("from", "2026-02-01")
                )
            )
            .ShouldBe(page);
        var shown = Read(await visitor.Open(page));
        shown.QuerySelector("h1")!.TextContent.ShouldBe("The highest level at which communities take part: collaborate");
        shown.QuerySelector("#engagements")!.TextContent.ShouldContain("No community takes part in: needs, priorities, design, delivery.");

        var links = shown.QuerySelectorAll("#engagements tbody td a").Select(a => a.GetAttribute("href")!).ToList();
        var form = Read((await visitor.Open(links[0])).MustBe(200));
        Location(
            await visitor.Submit(
                links[0],
                ("form-version", Value(form, "form-version")),
                ("community", "Fishers of the delta"),
                ("phase", "review"),
                ("level", "empower"),
                ("from", "2026-02-01")
            )
        );
        Location(
            await visitor.Submit(
                $"/commitments/{_commitment.Value}/result-measures/new",
                ("result", "accountability"),
                ("indicator", "Complaints answered"),
                ("unit", "%")
            )
        );
        Read(await visitor.Open(page)).QuerySelector("#measures tbody")!.TextContent.ShouldContain("unknown");
        Location(await visitor.Submit(links[1])).ShouldBe(page);
        Read(await visitor.Open(page)).QuerySelector("#engagements .empty").ShouldNotBeNull();
        (await visitor.Open($"/partnerships/{_partnership.Value}/engagement/new")).MustBe(403);
    }

    private static string Location(Answer answer) => answer.MustBe(303).Headers.Location!.ToString();
}
