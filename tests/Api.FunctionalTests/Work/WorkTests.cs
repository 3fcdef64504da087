using System.Text.Json;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Api.FunctionalTests.Work;

public sealed class WorkOnSqlite(OnSqlite fixture) : WorkTests(fixture), IClassFixture<OnSqlite>;

public sealed class WorkOnPostgreSql(OnPostgreSql fixture) : WorkTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>What needs the caller, and that each number is that of the list to which it leads.</summary>
public abstract class WorkTests(HostFixture fixture) : IAsyncLifetime
{
    private const int MaxCommands = 7;
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _own;
    private OrganizationId _partner;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        (_own, _partner) = (await _host.Organization("Own"), await _host.Organization("Partner", "10"));
        _partnership = await _host.ActivePartnership(_own, _partner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_partner_sees_what_is_overdue_due_returned_and_unfinished()
    {
        var overdue = await Active("2026-11-10", "Overdue");
        var soon = await Active("2026-12-10", "Due soon");
        await _host.ReportComplete(await Active("2026-12-11", "Reported complete"), "2026-11-20");
        await Active("2027-12-31", "Later");
        var reporting = await Accepted(await Draft("2027-12-31", "To be reported", ReportingFrequency.Monthly));
        var unfinished = await _host.Send(new DraftCommitment(_partnership, _own, new CommitmentDraft { Title = "Screen more people" }));
        var returned = await Draft("2027-06-30", "Returned");
        await _host.Send(new SubmitCommitment(returned));
        await _host.Send(new ReturnCommitment(returned, "Say where."));
        var supported = await _host.ActiveCommitment(_partnership, _partner, "2027-12-31", "Supported");
        await _host.Send(new AddSupporter(supported, _own));
        using var officer = _host.Client(await _host.Key(_own, "officer"));
        var report = (await officer.Post($"{World.Url(supported)}/reports", Bodies.Progress())).MustBe(201).Id;
        await _host.Send(new ReturnProgressReport(supported, new ProgressReportId(Guid.Parse(report)), "How many?"));

        // A partner's own work is not here.
        await _host.ActiveCommitment(_partnership, _partner, "2026-11-10", "Overdue at the partner");

        var work = (await officer.Get("/api/v1/work")).MustBe(200);
        Ids(work["overdue"]).ShouldBe([overdue.Value]);
        work["overdue"].GetProperty("items")[0].GetProperty("daysLeft").GetInt32().ShouldBe(-11);
        Ids(work["dueSoon"]).ShouldBe([soon.Value]);
        work["dueSoon"].GetProperty("items")[0].GetProperty("daysLeft").GetInt32().ShouldBe(19);
        Ids(work["reportsDue"]).ShouldBe([reporting.Value]);
        work["reportsDue"].GetProperty("items")[0].GetProperty("dueOn").GetString().ShouldBe("2026-12-15");
        Ids(work["returned"]).ShouldBe([returned.Value]);
        work["returned"].GetProperty("items")[0].GetProperty("reason").GetString().ShouldBe("Say where.");
        work["returned"].GetProperty("items")[0].GetProperty("notYet").ValueKind.ShouldBe(JsonValueKind.Null);
        Ids(work["reportsReturned"]).ShouldBe([supported.Value]);
        var asked = work["reportsReturned"].GetProperty("items")[0];
        (asked.GetProperty("reason").GetString(), asked.GetProperty("reportId").GetString()).ShouldBe(("How many?", report));
        Ids(work["drafts"]).ShouldBe([unfinished.Value]);
        var draft = work["drafts"].GetProperty("items")[0];
        draft.GetProperty("notYet").GetProperty("code").GetString().ShouldBe("commitment.noDueDate");
        var missing = draft.GetProperty("missing").EnumerateArray().Select(part => part.GetProperty("name").GetString()).ToList();
        missing.ShouldContain("dueDate");
        missing.ShouldNotContain("contactPerson");
        work["reviews"].ValueKind.ShouldBe(JsonValueKind.Null);
        await EachTotalIsThatOfItsList(officer, work);

        // A newer report answers the returned one.
        (await officer.Post($"{World.Url(supported)}/reports", Bodies.Progress())).MustBe(201);
        Ids((await officer.Get("/api/v1/work"))["reportsReturned"]).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_secretariat_sees_what_waits_and_about_what_nobody_can_be_reached()
    {
        var nobody = await _host.Send(new RegisterOrganization("Nobody", "22", "BD", "Asia/Dhaka"));
        await _host.Send(new AddMember(_partnership, nobody, MemberRole.Implementing));
        var orphan = await _host.Draft(_partnership, nobody, "2027-06-30", "Nobody's");
        await _host.Withdraw(await _host.Draft(_partnership, nobody, "2027-06-30", "Ended"));
        await _host.Send(new ReportProgress(await Active("2027-06-30", "Reported"), Day("2026-11-20"), "Half of it."));

        var secretariat = _host.Client();
        var work = (await secretariat.Get("/api/v1/work")).MustBe(200);
        Ids(work["orphaned"]).ShouldContain(orphan.Value);
        work["organizationsWithoutContact"]
            .GetProperty("items")
            .EnumerateArray()
            .Select(o => o.GetProperty("name").GetString())
            .ShouldContain("Nobody");
        work["reviews"].GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        (work["parked"].GetProperty("total").GetInt32(), work["imports"].GetProperty("total").GetInt32()).ShouldBe((0, 0));
        work["overdue"].ValueKind.ShouldBe(JsonValueKind.Null);
        await EachTotalIsThatOfItsList(secretariat, work);

        var ofOrganization = $"/api/v1/commitments?organizationId={nobody.Value}&orphaned=";
        (await secretariat.Get(ofOrganization + "true")).Items.ShouldHaveSingleItem();
        (await secretariat.Get(ofOrganization + "false")).Items.ShouldHaveSingleItem("it has ended");
        await _host.Send(new AddContact(nobody, "Somebody", "somebody@example.org", ContactRole.FocalPoint));
        (await secretariat.Get(ofOrganization + "true")).Items.ShouldBeEmpty();
        (await secretariat.Get(ofOrganization + "false"))["total"].GetInt32().ShouldBe(2);
        (await secretariat.Get("/api/v1/organizations?withoutContact=true&q=nobody")).Items.ShouldBeEmpty();
        (await secretariat.Get("/api/v1/organizations?withoutContact=false&q=nobody")).Items.ShouldHaveSingleItem();
    }

    [DatabaseFact]
    public async Task A_reviewer_sees_the_inbox_and_the_board_has_nothing_to_do()
    {
        await _host.Send(new ReportProgress(await Active("2027-06-30", "Reported"), Day("2026-11-20"), "Half of it."));
        using var reviewer = _host.Client(await _host.Key(await _host.Organization("Reviewers"), "reviewer"));
        using var board = _host.Client(await _host.Key(_own, "board"));
        var work = (await reviewer.Get("/api/v1/work")).MustBe(200);
        work["reviews"].GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        work["orphaned"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await board.Get("/api/v1/work"))
            .MustBe(200)
            .Json.EnumerateObject()
            .ShouldAllBe(list => list.Value.ValueKind == JsonValueKind.Null);
    }

    [DatabaseFact]
    public async Task Organizers_see_the_dialogues_with_outcomes_that_nobody_took_up_in_time()
    {
        var dialogue = await (await GivenDialogue.Make(_host, _own, _partnership)).Running();
        await dialogue.Outcome();
        await dialogue.Publish();
        await _host.Send(new SetTakeUpDay(dialogue.Id, Day("2026-12-24")));
        using var officer = _host.Client(await _host.Key(_own, "officer"));
        using var reporter = _host.Client(await _host.Key(_own, "reporter"));
        using var partner = _host.Client(await _host.Key(_partner, "officer"));
        var now = _host.Clock.Now;
        try
        {
            _host.Clock.Set("2026-12-24T18:00:00Z");
            (await officer.Get("/api/v1/work"))["notTakenUp"].GetProperty("total").GetInt32().ShouldBe(0, "the sweep has not run yet");
            await _host.Send(new Sweep());
            var work = (await officer.Get("/api/v1/work")).MustBe(200);
            var waiting = work["notTakenUp"].GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
            waiting.GetProperty("dialogueId").GetGuid().ShouldBe(dialogue.Id.Value);
            waiting.GetProperty("takeUpBy").GetString().ShouldBe("2026-12-24");
            waiting.GetProperty("outcomes").GetInt32().ShouldBe(1, "two steps of one pathway");
            await EachTotalIsThatOfItsList(officer, work);
            await EachTotalIsThatOfItsList(_host.Client(), await _host.Client().Get("/api/v1/work"));
            (await partner.Get("/api/v1/work"))["notTakenUp"].GetProperty("total").GetInt32().ShouldBe(0, "it does not organize it");
            (await reporter.Get("/api/v1/work"))["notTakenUp"].ValueKind.ShouldBe(JsonValueKind.Null, "only officers organize");
            var others = (await officer.Get($"/api/v1/dialogues?notTakenUp=false&organizationId={_own.Value}")).MustBe(200);
            others.Items.ShouldBeEmpty();
            var (_, email) = await Visitor.Invited(_host, Domain.Access.Role.Officer, _own);
            var person = (await new Visitor(_host).SignIn(email)).Http;
            (await person.Get("/work")).MustBe(200).Text.ShouldContain("One dialogue has outcomes that nobody took up in time");
            (await person.Get("/dialogues?notTakenUp=true")).MustBe(200).Text.ShouldContain("Health posts and villages");
        }
        finally
        {
            _host.Clock.Now = now;
        }
    }

    [DatabaseFact]
    public async Task However_much_there_is_it_takes_few_SQL_commands()
    {
        for (var i = 0; i < 12; i++)
        {
            await Active("2026-11-10", "Overdue");
            await Active("2026-12-10", "Due soon");
            await Draft("2027-06-30", "Draft");
            await _host.Send(
                new ReportProgress(
                    await Accepted(await Draft("2027-06-30", "Reported", ReportingFrequency.Monthly)),
                    Day("2026-11-20"),
                    "Some."
                )
            );
        }

        foreach (
            var (role, organization) in new (Domain.Access.Role, OrganizationId?)[]
            {
                (Domain.Access.Role.Officer, _own),
                (Domain.Access.Role.Secretariat, null),
                (Domain.Access.Role.Reviewer, null),
            }
        )
            (
                await _host.Sql.During(() => _host.SendAs(role, organization, new Application.Work.GetWork()))
            ).Count.ShouldBeLessThanOrEqualTo(MaxCommands, role.ToString());
        var work = await _host.SendAs(Domain.Access.Role.Officer, _own, new Application.Work.GetWork());
        (work.Overdue!.Total, work.Overdue.Items.Count).ShouldBe((12, 10));
        (work.Drafts!.Total, work.Drafts.Items.Count).ShouldBe((12, 10));
    }

    private static async Task EachTotalIsThatOfItsList(HttpClient caller, Answer work)
    {
        foreach (var list in work.Json.EnumerateObject().Where(list => list.Value.ValueKind != JsonValueKind.Null))
        {
            var whole = (await caller.Get($"/api/v1/{list.Value.GetProperty("list").GetString()}")).MustBe(200);
            if (list.Name != "imports")
                whole["total"].GetInt32().ShouldBe(list.Value.GetProperty("total").GetInt32(), list.Name);
        }
    }

    private static List<Guid> Ids(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("commitmentId").GetGuid())];

    private Task<CommitmentId> Draft(string due, string title, ReportingFrequency frequency = ReportingFrequency.None) =>
        _host.Send(
            new DraftCommitment(
                _partnership,
                _own,
                new CommitmentDraft
                {
                    Title = title,
                    SdgTargets = ["3.4"],
                    DueDate = Day(due),
                    ReportingFrequency = frequency,
                }
            )
        );

    private Task<CommitmentId> Active(string due, string title) => _host.ActiveCommitment(_partnership, _own, due, title);

    private async Task<CommitmentId> Accepted(CommitmentId id)
    {
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        return id;
    }
}
