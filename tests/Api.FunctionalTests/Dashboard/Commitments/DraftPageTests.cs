using AngleSharp.Dom;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Commitments;

public sealed class DraftPagesOnSqlite(OnSqlite fixture) : DraftPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class DraftPagesOnPostgreSql(OnPostgreSql fixture) : DraftPageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>How a commitment is drafted, revised and submitted on pages.</summary>
public abstract class DraftPageTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task An_officer_drafts_revises_and_submits_a_commitment()
    {
        var (world, visitor) = await Officer();
        var first = Read(await visitor.Open("/commitments/new"));
        first.QuerySelectorAll("select[name=partnershipId] option").Select(o => o.TextContent).ShouldBe(["Shared"]);
        var form = Read(await visitor.Open($"/commitments/new?partnershipId={world.Partnership(Whose.Own).Value}"));
        var hidden = Hidden(form);
        hidden.ShouldContain(("organizationId", world.Organization(Whose.Own).Value.ToString()));

        var saved = await visitor.Submit(
            "/commitments/new",
            [
                .. hidden,
                ("title", "Screen 5,000 people for high blood pressure"),
                ("measure.indicator", "People screened"),
                ("measure.target", "5 000"),
                ("milestones[0].title", "First 1,000"),
                ("milestones[0].dueDate", "2027-01-31"),
                ("milestones[1].title", ""),
                ("reportingFrequency", "quarterly"),
                ("countryCodes", "BD"),
                ("countryCodes", "NP"),
                ("themes", "climateAndPlanetaryHealth"),
            ]
        );
        var page = saved.MustBe(303).Headers.Location!.OriginalString;
        var id = new CommitmentId(Guid.Parse(page.Split('/')[^1]));
        var draft = await _host.Send(new GetCommitment(id));
        (draft.Status, draft.Measure!.Target, draft.Milestones.Single().Title).ShouldBe((CommitmentStatus.Draft, 5000m, "First 1,000"));
        draft.CountryCodes.ShouldBe(["BD", "NP"], ignoreOrder: true);

        var revise = Read(await visitor.Open(page + "/revise"));
        Value(revise, "measure.target").ShouldBe("5000");
        Value(revise, "milestones[0].id").ShouldBe(draft.Milestones[0].Id.ToString());
        var refused = Read(
            (
                await visitor.Submit(
                    page + "/revise",
                    [.. Typed(revise).Where(f => f.Item1 != "dueDate"), ("dueDate", "2027-06-30"), ("action", "submit")]
                )
            ).MustBe(422)
        );
        refused.QuerySelector("[role=alert]")!.TextContent.ShouldContain("SDG");
        (await _host.Send(new GetCommitment(id))).DueDate.ShouldBeNull("nothing is saved while submitting is refused");
        Value(refused, "dueDate").ShouldBe("2027-06-30");

        (await visitor.Submit(page + "/revise", [.. Typed(refused), ("sdgTargets", "3.4"), ("action", "submit")])).MustBe(303);
        (await _host.Send(new GetCommitment(id))).Status.ShouldBe(CommitmentStatus.Submitted);
    }

    [DatabaseFact]
    public async Task Milestones_are_added_and_removed_without_losing_what_was_typed()
    {
        var (_, visitor) = await Officer();
        (string, string)[] typed =
        [
            ("title", "Screen people"),
            ("measure.target", "not a number"),
            ("milestones[0].title", "First"),
            ("milestones[1].title", "Second"),
            ("milestones[1].dueDate", "2027-01-31"),
        ];
        var added = Read((await visitor.Submit("/commitments/new", [.. typed, ("action", "addMilestone")])).MustBe(200));
        added.QuerySelectorAll("input[name$='.title']").Select(i => i.GetAttribute("value") ?? "").ShouldBe(["First", "Second", ""]);
        Value(added, "measure.target").ShouldBe("not a number");

        var removed = Read((await visitor.Submit("/commitments/new", [.. typed, ("action", "removeMilestone:0")])).MustBe(200));
        removed.QuerySelectorAll("input[name$='.title']").Select(i => i.GetAttribute("value") ?? "").ShouldBe(["Second"]);
        Value(removed, "milestones[0].dueDate").ShouldBe("2027-01-31");
    }

    [DatabaseFact]
    public async Task The_rating_is_drawn_from_what_is_typed_and_saves_nothing()
    {
        var (world, visitor) = await Officer();
        (string, string)[] typed = [("organizationId", world.Organization(Whose.Own).Value.ToString()), ("title", "Screen 5,000 people")];
        var few = Read((await visitor.Submit("/commitments/new", [.. typed, ("action", "check")])).MustBe(200)).QuerySelector("#smart")!;
        var more = Read(
                (
                    await visitor.Submit(
                        "/commitments/new",
                        [.. typed, ("measure.indicator", "People screened"), ("measure.unit", "people"), ("action", "check")]
                    )
                ).MustBe(200)
            )
            .QuerySelector("#smart")!;
        few.TextContent.ShouldContain("Indicator");
        more.QuerySelectorAll("li").Length.ShouldBe(few.QuerySelectorAll("li").Length - 2);
        (await visitor.Submit("/commitments/new", ("measure.target", "x"), ("action", "check"))).MustBe(422);
    }

    [DatabaseFact]
    public async Task A_search_opens_the_goals_with_a_target_that_contains_the_words()
    {
        var (_, visitor) = await Officer();
        var page = Read(
            (
                await visitor.Submit("/commitments/new", ("sdgTargets", "1.1"), ("searchTargets", "tobacco"), ("action", "searchTargets"))
            ).MustBe(200)
        );
        page.QuerySelectorAll("#targets details[open] label:not([hidden]) input")
            .Select(i => i.GetAttribute("value"))
            .ShouldBe(["1.1", "3.a"]);
    }

    [DatabaseFact]
    public async Task What_another_person_saved_of_the_same_draft_is_shown_beside()
    {
        var (world, visitor) = await Officer();
        var id = await _host.Draft(world.Partnership(Whose.Own), world.Organization(Whose.Own), "2027-06-30", "Before");
        var path = $"/commitments/{id.Value}/revise";
        var open = Read(await visitor.Open(path));
        await _host.Send(new ReviseCommitment(id, CommitmentDraft.Of(await _host.Send(new GetCommitment(id))) with { Title = "Theirs" }));
        var page = Read((await visitor.Submit(path, [.. Typed(open).Where(f => f.Item1 != "title"), ("title", "Mine")])).MustBe(409));
        Value(page, "title").ShouldBe("Mine");
        page.QuerySelector("#title-theirs")!.TextContent.ShouldContain("Theirs");
        (await visitor.Submit(path, Typed(page))).MustBe(303);
        (await _host.Send(new GetCommitment(id))).Title.ShouldBe("Mine");
    }

    private async Task<(World World, Visitor Officer)> Officer()
    {
        var world = await World.Create(_host);
        var (_, email) = await Visitor.Invited(_host, Role.Officer, world.Organization(Whose.Own));
        return (world, await new Visitor(_host).SignIn(email));
    }

    private static (string, string)[] Hidden(IDocument page) =>
        [.. page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))];

    /// <summary>Everything that the form of the page would send.</summary>
    private static (string, string)[] Typed(IDocument page) =>
        [
            .. page.QuerySelectorAll("main form input:not([type=checkbox]):not([type=search]), main form input[checked]")
                .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
            .. page.QuerySelectorAll("main form textarea").Select(t => (t.GetAttribute("name")!, t.TextContent)),
            .. page.QuerySelectorAll("main form select")
                .Select(s => (s.GetAttribute("name")!, s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")),
        ];
}
