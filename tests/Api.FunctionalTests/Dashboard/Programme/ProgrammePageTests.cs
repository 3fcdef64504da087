using System.Globalization;
using AngleSharp.Dom;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dashboard.Initiatives;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Programme;

public sealed class ProgrammePagesOnSqlite(OnSqlite fixture) : ProgrammePageTests(fixture), IClassFixture<OnSqlite>;

public sealed class ProgrammePagesOnPostgreSql(OnPostgreSql fixture) : ProgrammePageTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ProgrammePageTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task The_secretariat_adds_renames_orders_and_retires_a_theme_with_forms_alone()
    {
        var (visitor, name) = (await Secretary(), $"Health workforce {Guid.NewGuid().ToString("n")[..6]}");
        Location(await visitor.Submit("/vocabularies/theme/new", ("name", name))).ShouldBe("/vocabularies/theme");
        Errors(Read((await visitor.Submit("/vocabularies/theme/new", ("name", name))).MustBe(422))).ShouldBe(["#name"]);
        var code = (await _host.Send(new ListVocabulary(VocabularyKind.Theme))).Items.Single(t => t.Name == name).Code;
        var term = $"/vocabularies/theme/{code}";

        var form = Read((await visitor.Open(term + "/edit")).MustBe(200));
        form.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe(name);
        var version = form.QuerySelector("[name='form-version']")!.GetAttribute("value")!;
        Location(await visitor.Submit(term + "/edit", ("form-version", version), ("name", name + "!"), ("description", "Nurses first.")));
        Read((await visitor.Submit(term + "/edit", ("form-version", version), ("name", "Other"))).MustBe(409))
            .QuerySelector(".theirs")!
            .TextContent.ShouldContain(name + "!");

        var before = await Names(visitor);
        Location(await visitor.Submit(term + "/up"));
        (await Names(visitor)).IndexOf(name + "!").ShouldBe(before.IndexOf(name + "!") - 1);
        Location(await visitor.Submit(term + "/down"));
        (await Names(visitor)).ShouldBe(before);

        Read((await visitor.Open(term + "/retire")).MustBe(200)).QuerySelector("h1")!.TextContent.ShouldContain("Retire");
        Location(await visitor.Submit(term + "/retire"));
        Read(await visitor.Open("/partnerships/new"))
            .QuerySelectorAll("[name=themes]")
            .ShouldNotContain(t => t.GetAttribute("value") == code);
        Location(await visitor.Submit(term + "/restore"));
        Read(await visitor.Open("/partnerships/new")).QuerySelectorAll("[name=themes]").ShouldContain(t => t.GetAttribute("value") == code);
    }

    [DatabaseFact]
    public async Task The_page_of_a_pillar_says_its_finding_and_each_figure_opens_its_list()
    {
        var visitor = await Secretary();
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var page = Read((await visitor.Open("/pillars/knowledgeGenerationAndSharing")).MustBe(200));
        page.QuerySelector("h1")!.TextContent.ShouldContain("Nothing is committed in");
        page.QuerySelector(".empty").ShouldNotBeNull();

        var body = Bodies.Commitment(partnership.Value, own.Value).With("pillar", "advocacy");
        var made = (await _host.Client().Post("/api/v1/commitments", body)).MustBe(201);
        await _host.Send(new Application.Commitments.SubmitCommitment(new(Guid.Parse(made.Id))));
        await _host.Send(new Application.Commitments.AcceptCommitment(new(Guid.Parse(made.Id)), "As agreed."));
        page = Read((await visitor.Open("/pillars/advocacy")).MustBe(200));
        page.QuerySelector("h1")!.TextContent.ShouldContain("The only commitment in");
        foreach (var figure in page.QuerySelectorAll(".figures a.n"))
        {
            var list = Read((await visitor.Open(figure.GetAttribute("href")!)).MustBe(200));
            list.QuerySelectorAll("tbody tr").Length.ShouldBe(int.Parse(figure.TextContent, CultureInfo.InvariantCulture));
        }

        Read((await visitor.Open("/programme")).MustBe(200)).QuerySelectorAll("a[href='/pillars/advocacy']").ShouldNotBeEmpty();
        (await visitor.Open("/pillars/nothing")).MustBe(404);
    }

    [DatabaseFact]
    public async Task The_page_of_a_pillar_shows_its_initiatives_its_dialogues_and_how_the_board_answers()
    {
        var visitor = await Secretary();
        var code = await _host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}"));
        var page = Read((await visitor.Open($"/pillars/{code}")).MustBe(200));
        foreach (var part in new[] { "#partnerships", "#initiatives", "#sounding-board", "#dialogues" })
            page.QuerySelector(part + " .empty").ShouldNotBeNull(part);
        var propose = page.QuerySelector("#initiatives .empty a")!.GetAttribute("href")!;
        Read((await visitor.Open(propose)).MustBe(200))
            .QuerySelector($"input[name=pillar][value='{code}']")!
            .HasAttribute("checked")
            .ShouldBeTrue("the pillar is chosen already");

        var draft = InitiativeThings.Draft with { Pillar = code };
        var first = await _host.Send(new ProposeInitiative(draft));
        var second = await _host.Send(new ProposeInitiative(draft));
        await _host.SendAs(Role.Board, null, new AcceptInitiative(first, "It answers a need."));
        var names = Bodies.Partnership().With("pillars", new[] { code });
        var partnership = (await _host.Client().Post("/api/v1/partnerships", names)).MustBe(201).Id;
        var planned = GivenDialogue.Draft(new PartnershipId(Guid.Parse(partnership)));
        var dialogue = await _host.Send(new PlanDialogue(await _host.Organization("Own"), planned));

        page = Read((await visitor.Open($"/pillars/{code}")).MustBe(200));
        page.QuerySelector("#initiatives h2")!.TextContent.ShouldBe("2 initiatives of members");
        page.QuerySelectorAll("#initiatives tbody th a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe([$"/initiatives/{second.Value}", $"/initiatives/{first.Value}"]);
        page.QuerySelector("#initiatives tbody tr:last-child")!.TextContent.ShouldContain("accepted on 21 November 2026");
        page.QuerySelector("#dialogues h2")!.TextContent.ShouldBe("One dialogue");
        page.QuerySelector("#dialogues tbody a")!.GetAttribute("href").ShouldBe($"/dialogues/{dialogue.Value}");
        page.QuerySelector("#sounding-board h2")!.TextContent.ShouldBe("The board answered one of 1 initiatives in time");
        (await Rows(visitor, page.QuerySelector("#initiatives > p a")!)).ShouldBe(2);
        (await Rows(visitor, page.QuerySelector("#dialogues > p a")!)).ShouldBe(1);
        var figures = page.QuerySelectorAll("#sounding-board td a");
        figures.Length.ShouldBe(4, "proposed, in time, waiting and accepted");
        foreach (var figure in figures)
            (await Rows(visitor, figure)).ShouldBe(int.Parse(figure.TextContent, CultureInfo.InvariantCulture), figure.OuterHtml);
    }

    [DatabaseFact]
    public async Task A_draft_starts_from_a_template()
    {
        var visitor = await Secretary();
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        Read((await visitor.Open("/templates")).MustBe(200))
            .QuerySelectorAll("a[href='/commitments/new?template=training']")
            .ShouldHaveSingleItem();
        Read((await visitor.Open("/commitments/new?template=training")).MustBe(200))
            .QuerySelector("input[name=template]")!
            .GetAttribute("value")
            .ShouldBe("training");
        var address = $"/commitments/new?template=training&partnershipId={partnership.Value}&organizationId={own.Value}";
        var form = Read((await visitor.Open(address)).MustBe(200));
        string Value(string field) => form.QuerySelector($"[name='{field}']")!.GetAttribute("value")!;
        Value("title").ShouldBe("Train health workers");
        Value("measure.unit").ShouldBe("people");
        Value("startDate").ShouldBe("2026-11-21");
        Value("dueDate").ShouldBe("2027-11-21");
        Value("milestones[2].dueDate").ShouldBe("2027-11-21");
        form.QuerySelector("[name=pillar] option[selected]")!.GetAttribute("value").ShouldBe("capacityStrengthening");
        form.QuerySelectorAll("[name^='milestones['][name$='.title']").Length.ShouldBe(3);
    }

    [DatabaseFact]
    public async Task Templates_are_offered_with_what_is_chosen_already_and_lead_on_to_the_same_page()
    {
        var visitor = await Secretary();
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var next = "&next=%2Fstart%2Freviewer";
        string Templates(IDocument page) => page.QuerySelector("a[href^='/templates']")!.GetAttribute("href")!;

        var first = Read((await visitor.Open("/commitments/new?" + next[1..])).MustBe(200));
        Next(first).ShouldBe("/start/reviewer");
        Templates(first).ShouldBe("/templates?" + next[1..]);
        var second = Read((await visitor.Open($"/commitments/new?partnershipId={partnership.Value}{next}")).MustBe(200));
        Next(second).ShouldBe("/start/reviewer");
        Templates(second).ShouldBe($"/templates?partnershipId={partnership.Value}{next}");
        var chosen = $"partnershipId={partnership.Value}&organizationId={own.Value}{next}";
        var third = Read((await visitor.Open("/commitments/new?" + chosen)).MustBe(200));
        Next(third).ShouldBe("/start/reviewer");
        Templates(third).ShouldBe("/templates?" + chosen);

        var training = Read((await visitor.Open("/templates?" + chosen)).MustBe(200))
            .QuerySelector("a[href*='template=training']")!
            .GetAttribute("href")!;
        training.ShouldBe($"/commitments/new?template=training&{chosen}");
        var form = Read((await visitor.Open(training)).MustBe(200));
        Next(form).ShouldBe("/start/reviewer");
        form.QuerySelector("[name=title]")!.GetAttribute("value").ShouldBe("Train health workers");
        form.QuerySelectorAll("a[href^='/templates']").ShouldBeEmpty("one is chosen");
        var checkedAgain = Read(
            (await visitor.Submit("/commitments/new", ("template", "training"), ("title", "Train nurses"), ("action", "check"))).MustBe(200)
        );
        checkedAgain.QuerySelector("input[name=template]")!.GetAttribute("value").ShouldBe("training");

        // An address of another site leads nowhere.
        Next(Read((await visitor.Open("/commitments/new?next=https%3A%2F%2Fexample.org")).MustBe(200))).ShouldBeNull();
        (await visitor.Open("/templates?partnershipId=nothing")).MustBe(400);

        static string? Next(IDocument page) => page.QuerySelector("[name=next]")?.GetAttribute("value");
    }

    /// <returns>The number of rows of the list to which a link leads.</returns>
    private static async Task<int> Rows(Visitor visitor, IElement link) =>
        Read((await visitor.Open(link.GetAttribute("href")!)).MustBe(200)).QuerySelectorAll("main table.cards tbody tr").Length;

    private static async Task<List<string>> Names(Visitor visitor) =>
        [.. Read((await visitor.Open("/vocabularies/theme")).MustBe(200)).QuerySelectorAll("tbody th > bdi").Select(n => n.TextContent)];

    private async Task<Visitor> Secretary() => await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Secretariat)).Email);

    private static string Location(Answer answer) => answer.MustBe(303).Headers.Location!.OriginalString;

    private static IEnumerable<string?> Errors(IDocument page) =>
        page.QuerySelectorAll("[role=alert] li a").Select(a => a.GetAttribute("href"));
}
