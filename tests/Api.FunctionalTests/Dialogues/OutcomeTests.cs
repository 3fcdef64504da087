using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dialogues;

public sealed class OutcomesOnSqlite(OnSqlite fixture) : OutcomeTests(fixture), IClassFixture<OnSqlite>;

public sealed class OutcomesOnPostgreSql(OnPostgreSql fixture) : OutcomeTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class OutcomeTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private OrganizationId _own,
        _partner;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        (_own, _partner) = (await _host.Organization("Own"), await _host.Organization("Partner"));
        _partnership = await _host.ActivePartnership(_own, _partner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Levels_of_agreement_are_shown_group_by_group()
    {
        var dialogue = await (await Make()).Running();
        var outcome = await dialogue.Outcome(await dialogue.Note());
        var url = $"{dialogue.Url}/outcomes/{outcome.Value}";
        (await _secretariat.Put(url + "/agreements/communities", new { level = "disagrees" })).MustRefuse(422, "outcome.reasonMissing");
        (await _secretariat.Put(url + "/agreements/communities", new { level = "disagrees", reason = "Nobody asked us." })).MustBe(200);
        var found = (await _secretariat.Put(url + "/agreements/research", new { level = "agrees" })).MustBe(200);
        found["agreements"]
            .EnumerateArray()
            .Select(a => $"{a.GetProperty("group")} {a.GetProperty("level")}")
            .ShouldBe(["research agrees", "practice didNotSay", "communities disagrees"]);
        (await _secretariat.Get(dialogue.Url + "/agreements")).Items.Length.ShouldBe(2);
        (await _secretariat.Get($"{dialogue.Url}/notes?outcomeId={outcome.Value}")).Items.ShouldHaveSingleItem();
    }

    [DatabaseFact]
    public async Task An_outcome_becomes_a_commitment_that_shows_where_it_comes_from()
    {
        var dialogue = await (await Make()).Running();
        var outcome = await dialogue.Outcome();
        var url = $"{dialogue.Url}/outcomes/{outcome.Value}";
        var officer = _host.Client(await _host.Key(_partner, "officer"));
        (await officer.Post(url + "/commitment", new { organizationId = _own.Value })).MustRefuse(403, "access.notYourOrganization");
        var draft = (await officer.Post(url + "/commitment", new { organizationId = _partner.Value, dueDate = "2026-11-30" })).MustBe(201);
        draft["title"].GetString().ShouldBe("Registers are read together");
        draft["provenance"].GetProperty("dialogue").GetString().ShouldBe("Health posts and villages");
        var step = (await _secretariat.Get(url))["steps"][1].GetProperty("id").GetGuid();
        var ofStep = (await _secretariat.Post($"{url}/steps/{step}/commitment", new { organizationId = _own.Value })).MustBe(201);
        ofStep["title"].GetString().ShouldBe("Print the registers");
        ofStep["provenance"].GetProperty("stepId").GetGuid().ShouldBe(step);
        ofStep["provenance"].GetProperty("step").GetString().ShouldBe("Print the registers");
        draft["provenance"].GetProperty("step").ValueKind.ShouldBe(JsonValueKind.Null, "it comes of the whole");
        (await Found($"dialogueId={dialogue.Id.Value}")).ShouldBe([draft.Id, ofStep.Id], ignoreOrder: true);
        (await Found($"outcomeId={outcome.Value}")).ShouldBe([draft.Id, ofStep.Id], ignoreOrder: true);
        (await Found($"outcomeStepId={step}")).ShouldBe([ofStep.Id]);
        (await Found($"outcomeId={outcome.Value}&initiativeId={Guid.NewGuid()}")).ShouldBeEmpty();
        var table = (await _secretariat.Get($"/api/v1/exports/commitments.csv?outcomeStepId={step}")).MustBe(200).Text;
        table.ShouldContain("initiativeId,dialogueId,outcomeId,outcomeStepId");
        table.ShouldContain($",{dialogue.Id.Value},{outcome.Value},{step},");

        var revised = (await officer.Put($"/api/v1/commitments/{draft.Id}", Bodies.Draft())).MustBe(200);
        revised["provenance"].GetProperty("outcomeId").GetGuid().ShouldBe(outcome.Value, "it survives revisions");
        (await _secretariat.Get(url))["isTakenUp"].GetBoolean().ShouldBeFalse("drafts only");
        var id = new CommitmentId(Guid.Parse(draft.Id));
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        var found = await _secretariat.Get(url);
        found["isTakenUp"].GetBoolean().ShouldBeTrue();
        found["commitments"].EnumerateArray().Select(c => c.GetProperty("status").GetString()).ShouldBe(["active", "draft"]);
        (await _secretariat.Delete(url)).MustRefuse(422, "outcome.hasCommitments");

        async Task<IEnumerable<string>> Found(string filter) =>
            (await _secretariat.Get("/api/v1/commitments?" + filter)).MustBe(200).Items.Select(c => c.GetProperty("id").GetString()!);
    }

    [DatabaseFact]
    public async Task The_organizers_draft_for_every_member_and_the_organization_completes_the_draft()
    {
        var dialogue = await (await Make()).Running();
        var url = $"{dialogue.Url}/outcomes/{(await dialogue.Outcome()).Value}/commitment";
        var organizer = _host.Client(await _host.Key(_own, "officer"));
        var draft = (await organizer.Post(url, new { organizationId = _partner.Value })).MustBe(201);
        draft["organizationId"].GetGuid().ShouldBe(_partner.Value);
        (await organizer.Put($"/api/v1/commitments/{draft.Id}", Bodies.Draft())).MustRefuse(403, "access.notYourOrganization");
        var partner = _host.Client(await _host.Key(_partner, "officer"));
        (await partner.Get("/api/v1/work"))["drafts"]
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("commitmentId").GetString())
            .ShouldContain(draft.Id);
        (await partner.Put($"/api/v1/commitments/{draft.Id}", Bodies.Draft())).MustBe(200);
        var stranger = await _host.Organization("Stranger");
        (await _secretariat.Post(url, new { organizationId = stranger.Value })).MustRefuse(422, "commitment.notAMember");
    }

    [DatabaseFact]
    public async Task Organizers_outside_of_the_partnership_draft_for_nobody_in_it()
    {
        var outside = await _host.Organization("Outside");
        var dialogue = await (await GivenDialogue.Make(_host, outside, _partnership)).Running();
        var url = $"{dialogue.Url}/outcomes/{(await dialogue.Outcome()).Value}/commitment";
        var organizer = _host.Client(await _host.Key(outside, "officer"));
        (await organizer.Post(url, new { organizationId = _partner.Value })).MustBe(404);
        await _host.Send(new PublishPartnership(_partnership, IsPublished: true));
        (await organizer.Post(url, new { organizationId = _partner.Value })).MustRefuse(403, "access.notYourOrganization");
    }

    [DatabaseFact]
    public async Task A_dialogue_without_a_partnership_has_no_commitments()
    {
        var dialogue = await (await GivenDialogue.Make(_host, _own)).Running();
        var outcome = await dialogue.Outcome();
        (await _secretariat.Post($"{dialogue.Url}/outcomes/{outcome.Value}/commitment", new { organizationId = _own.Value })).MustRefuse(
            422,
            "outcome.noPartnership"
        );
    }

    [DatabaseFact]
    public async Task After_the_day_for_taking_up_an_outcome_that_nobody_took_up_is_shown_so()
    {
        var dialogue = await (await Make()).Running();
        var outcome = await dialogue.Outcome();
        var open = await _host.Send(
            new RecordOutcome(dialogue.Id, new OutcomeDraft { Kind = OutcomeKind.OpenQuestion, Title = "Who pays?" })
        );
        await dialogue.Publish();
        await _host.Send(new SetTakeUpDay(dialogue.Id, TestClock.Day("2026-12-24")));
        var end = TestClock.Instant("2026-12-24T18:00:00Z");
        var now = _host.Clock.Now;
        try
        {
            _host.Clock.Now = end.AddSeconds(-1);
            (await IsNotTakenUp(outcome)).ShouldBeFalse();
            _host.Clock.Now = end;
            (await IsNotTakenUp(outcome)).ShouldBeTrue("the day has ended in Dhaka");
            (await IsNotTakenUp(open)).ShouldBeFalse("nobody is expected to take up an open question");
        }
        finally
        {
            _host.Clock.Now = now;
        }

        async Task<bool> IsNotTakenUp(OutcomeId id) =>
            (await _secretariat.Get($"{dialogue.Url}/outcomes/{id.Value}")).MustBe(200)["isNotTakenUp"].GetBoolean();
    }

    private Task<GivenDialogue> Make() => GivenDialogue.Make(_host, _own, _partnership);
}
