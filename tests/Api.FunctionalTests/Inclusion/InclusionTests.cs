using System.Text.Json;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Inclusion;

public sealed class InclusionOnSqlite(OnSqlite fixture) : InclusionTests(fixture), IClassFixture<OnSqlite>;

public sealed class InclusionOnPostgreSql(OnPostgreSql fixture) : InclusionTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class InclusionTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task Members_are_counted_by_sector_income_group_community_and_role()
    {
        var (id, _) = await Partnership();
        var found = (await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion")).MustBe(200);
        found["organizations"].GetInt32().ShouldBe(4);
        Total(found, "sectors", "civilSociety").ShouldBe(2);
        Total(found, "sectors", "public").ShouldBe(1);
        Total(found, "sectors", "private").ShouldBe(0, "a sector without a member stays in the list");
        Roles(found, "sectors", "civilSociety").ShouldBe(["lead 1", "community 1"]);
        Total(found, "incomeGroups", "lowerMiddle").ShouldBe(2, "Bangladesh");
        Total(found, "incomeGroups", "high").ShouldBe(1, "Switzerland");
        Total(found, "incomeGroups", "low").ShouldBe(0);
        Total(found, "incomeGroups", "unknown").ShouldBe(1, "whose country was not given");
        Total(found, "communities", "community").ShouldBe(2, "one by its role, one by its registration");
        var sentences = Sentences(found);
        sentences[0].ShouldBe("2 of 4 members are communities, and 0 of the communities lead.");
        sentences.ShouldContain("No member is from: Private sector, Multilateral, Philanthropy, Public-private partnerships.");
        sentences.ShouldContain("No member is from a country with: low income, upper middle income.");
        sentences.ShouldContain("The country of one member is unknown.");
    }

    [DatabaseFact]
    public async Task Decisions_are_counted_by_who_made_them_and_a_key_that_nobody_issued_is_unknown()
    {
        var (id, lead) = await Partnership();
        var commitment = await _host.Draft(id, lead, "2027-06-30");
        await _host.Send(new SubmitCommitment(commitment));
        var community = await _host.Send(new RegisterOrganization("Deciding community", "22", "BD", null, IsCommunity: true));
        var (_, email) = await Visitor.Invited(_host, Role.Reviewer, community);
        var reviewer = await new Visitor(_host).SignIn(email);
        (await reviewer.Http.Post($"/api/v1/commitments/{commitment.Value}/accept")).MustBe(200);
        var report = await _host.Send(new ReportProgress(commitment, TestClock.Day("2026-11-20"), "Some."));
        (await _secretariat.Post($"/api/v1/commitments/{commitment.Value}/reports/{report.Value}/accept")).MustBe(200);

        var found = (await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion")).MustBe(200);
        found["decisions"].GetInt32().ShouldBe(2);
        Decisions(found, "communities", "community").ShouldBe(1);
        Decisions(found, "communities", "unknown").ShouldBe(1, "the bootstrap key, which no person issued");
        Decisions(found, "sectors", "civilSociety").ShouldBe(1);
        Sentences(found)
            .ShouldContain(
                "2 decisions were made: 1 by communities, 0 by people without an organization, and 1 by an unknown person or system."
            );
    }

    [DatabaseFact]
    public async Task A_person_without_an_organization_is_told_apart_from_an_unknown_one()
    {
        var (id, lead) = await Partnership();
        var commitment = await _host.Draft(id, lead, "2027-06-30");
        await _host.Send(new SubmitCommitment(commitment));
        var (_, email) = await Visitor.Invited(_host, Role.Reviewer);
        (await (await new Visitor(_host).SignIn(email)).Http.Post($"/api/v1/commitments/{commitment.Value}/accept")).MustBe(200);
        var found = await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion");
        Decisions(found, "sectors", "none").ShouldBe(1);
        found["sectors"].EnumerateArray().ShouldNotContain(g => g.GetProperty("code").GetString() == "unknown");
    }

    [DatabaseFact]
    public async Task A_partnership_without_decisions_and_people_says_so()
    {
        var (id, _) = await Partnership();
        var sentences = Sentences(await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion"));
        sentences.ShouldContain("No decision has been made yet.");
        sentences.ShouldContain("No member has a person with an account.");
    }

    [DatabaseFact]
    public async Task What_people_did_not_say_about_themselves_is_unknown_and_not_none()
    {
        var (id, lead) = await Partnership();
        await Visitor.Invited(_host, Role.Officer, lead);
        await Visitor.Invited(_host, Role.Reporter, lead);
        var found = await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion");
        found["people"].GetInt32().ShouldBe(2);
        Total(found, "careerStages", "unknown").ShouldBe(2);
        Sentences(found).ShouldContain("The stakeholder group of all 2 people is unknown.");
    }

    [DatabaseFact]
    public async Task People_early_in_their_career_are_counted_by_role_and_by_what_they_decided()
    {
        var (id, lead) = await Partnership();
        await Said(await Visitor.Invited(_host, Role.Officer, lead), "research", isEarlyCareer: true);
        await Said(await Visitor.Invited(_host, Role.Reporter, lead), "policy", isEarlyCareer: false);
        await Visitor.Invited(_host, Role.Reporter, lead);
        var commitment = await _host.Draft(id, lead, "2027-06-30");
        await _host.Send(new SubmitCommitment(commitment));
        var reviewer = await Said(await Visitor.Invited(_host, Role.Reviewer), "earlyCareer", isEarlyCareer: true);
        (await reviewer.Post($"/api/v1/commitments/{commitment.Value}/accept")).MustBe(200);
        var report = await _host.Send(new ReportProgress(commitment, TestClock.Day("2026-11-20"), "Some."));
        (await _secretariat.Post($"/api/v1/commitments/{commitment.Value}/reports/{report.Value}/accept")).MustBe(200);

        var found = (await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion")).MustBe(200);
        found["people"].GetInt32().ShouldBe(3);
        Total(found, "careerStages", "earlyCareer").ShouldBe(1);
        Roles(found, "careerStages", "earlyCareer").ShouldBe(["lead 1"]);
        Total(found, "careerStages", "other").ShouldBe(1, "it was said");
        Total(found, "careerStages", "unknown").ShouldBe(1, "nobody said it");
        Decisions(found, "careerStages", "earlyCareer").ShouldBe(1);
        Decisions(found, "careerStages", "unknown").ShouldBe(1, "the bootstrap key, which no person issued");
        (Total(found, "stakeholderGroups", "research"), Total(found, "stakeholderGroups", "unknown")).ShouldBe((1, 1));
        Total(found, "stakeholderGroups", "practice").ShouldBe(0, "a group to which nobody belongs stays in the list");
        Decisions(found, "stakeholderGroups", "earlyCareer").ShouldBe(1);
        var sentences = Sentences(found);
        sentences.ShouldContain("People of 2 stakeholder groups take part; the group of 1 of 3 people is unknown.");
        sentences.ShouldContain(
            "Nobody is known to belong to: "
                + "Practice, Multilateral organizations, Civil society, Communities, Early-career professionals."
        );
        sentences.ShouldContain("1 of 3 people are early in their career; of 1 it is unknown.");
        sentences.ShouldContain("One of those who are early in their career belongs to an organization that leads.");
        sentences.ShouldContain("Decisions made by people early in their career: 1 of 2; unknown: 1.");
    }

    [DatabaseFact]
    public async Task What_the_board_decides_on_an_initiative_is_a_decision_of_the_partnership_that_came_of_it()
    {
        var before = (await _secretariat.Get("/api/v1/inclusion")).MustBe(200)["decisions"].GetInt32();
        var initiative = (await _secretariat.Post("/api/v1/initiatives", Bodies.Initiative())).MustBe(201).Headers.Location!.ToString();
        var declined = (await _secretariat.Post("/api/v1/initiatives", Bodies.Initiative())).MustBe(201).Headers.Location!.ToString();
        var board = await Said(await Visitor.Invited(_host), "policy", isEarlyCareer: true);
        (await board.Post(initiative + "/accept", new { reason = "It answers a need." })).MustBe(200);
        (await board.Post(declined + "/decline", new { reason = "Too large." })).MustBe(200);
        var carrier = await _host.Organization("Carrier");
        var made = (await _secretariat.Post(initiative + "/partnership", new { organizationId = carrier.Value })).MustBe(201);

        var found = (await _secretariat.Get($"/api/v1/partnerships/{made.Id}/inclusion")).MustBe(200);
        found["decisions"].GetInt32().ShouldBe(1);
        Decisions(found, "careerStages", "earlyCareer").ShouldBe(1);
        Decisions(found, "stakeholderGroups", "policy").ShouldBe(1);
        (await _secretariat.Get("/api/v1/inclusion"))["decisions"].GetInt32().ShouldBe(before + 2);
    }

    [DatabaseFact]
    public async Task Participants_of_a_dialogue_are_counted_by_group_and_a_group_without_any_is_named()
    {
        var dialogue = await GivenDialogue.Make(_host, await _host.Organization("Organizer"));
        await _host.Send(new AnswerInvitation(await dialogue.Token("amena"), Accepts: true));
        await _host.Send(new AnswerInvitation(await dialogue.Token("dipa"), Accepts: false));
        var url = dialogue.Url + "/inclusion";
        var found = (await _secretariat.Get(url)).MustBe(200);
        (found["participants"].GetInt32(), found["accepted"].GetInt32(), found["unanswered"].GetInt32()).ShouldBe((4, 1, 2));
        found["groups"]
            .EnumerateArray()
            .Select(g =>
                (g.GetProperty("code").GetString(), g.GetProperty("participants").GetInt32(), g.GetProperty("accepted").GetInt32())
            )
            .ShouldBe([("research", 1, 0), ("practice", 2, 0), ("communities", 1, 1)]);
        Sentences(found)
            .ShouldBe([
                "Every stakeholder group that is invited has participants.",
                "Nobody has accepted yet from: Research, Practice.",
                "2 of 4 participants have not answered, so that it is unknown whether they come.",
                "These stakeholder groups are not invited: "
                    + "Policy, Multilateral organizations, Civil society, Early-career professionals.",
            ]);

        await _host.Send(new RemoveParticipant(dialogue.Id, dialogue.Bruno));
        found = (await _secretariat.Get(url)).MustBe(200);
        Sentences(found)[0].ShouldBe("No participant is from: Research.");
        Read((await _secretariat.Get(dialogue.Page + "/inclusion")).MustBe(200))
            .QuerySelector("h1")!
            .TextContent.ShouldContain("No participant is from: Research.");
        using var stranger = _host.Client(await _host.Key(await _host.Organization("Stranger"), "officer"));
        (await stranger.Get(url)).MustRefuse(404, "dialogue.notFound");
    }

    [DatabaseFact]
    public async Task The_whole_counts_an_organization_of_two_partnerships_once()
    {
        var (_, lead) = await Partnership();
        var before = (await _secretariat.Get("/api/v1/inclusion")).MustBe(200)["organizations"].GetInt32();
        await _host.ActivePartnership("Another", lead, await _host.Organization("New"));
        (await _secretariat.Get("/api/v1/inclusion"))["organizations"].GetInt32().ShouldBe(before + 1);
    }

    [DatabaseFact]
    public async Task The_page_begins_with_the_sentence_that_stands_out()
    {
        var (id, _) = await Partnership();
        var (_, email) = await Visitor.Invited(_host);
        var visitor = await new Visitor(_host).SignIn(email);
        var page = Read((await visitor.Open($"/partnerships/{id.Value}/inclusion")).MustBe(200));
        page.QuerySelector("h1")!.TextContent.ShouldBe("2 of 4 members are communities, and 0 of the communities lead.");
        page.QuerySelectorAll("table").Length.ShouldBeGreaterThan(3);
        Read((await visitor.Open("/inclusion")).MustBe(200)).QuerySelector("h1")!.TextContent.ShouldNotBeEmpty();
    }

    /// <summary>A person signs in and says something about themselves.</summary>
    private async Task<HttpClient> Said((UserId Id, string Email) person, string group, bool isEarlyCareer)
    {
        var http = (await new Visitor(_host).SignIn(person.Email)).Http;
        (await http.Put("/api/v1/me/about", new { stakeholderGroup = group, isEarlyCareer })).MustBe(200);
        return http;
    }

    /// <summary>A lead and a community of Bangladesh, a Swiss ministry, and a community of an unknown country.</summary>
    private async Task<(PartnershipId Id, OrganizationId Lead)> Partnership()
    {
        var lead = await _host.Organization("Green Delta");
        var id = await _host.ActivePartnership(lead, await _host.Organization("Ministry", "10", "CH", "Europe/Zurich"));
        await _host.Send(new AddMember(id, await _host.Organization("Mothers"), MemberRole.Community));
        var unknown = await _host.Send(new RegisterOrganization("Fishers", "80", null, null, IsCommunity: true));
        await _host.Send(new AddMember(id, unknown, MemberRole.Knowledge));
        return (id, lead);
    }

    private static JsonElement Group(Answer found, string list, string code) =>
        found[list].EnumerateArray().Single(g => g.GetProperty("code").GetString() == code);

    private static int Total(Answer found, string list, string code) => Group(found, list, code).GetProperty("total").GetInt32();

    private static int Decisions(Answer found, string list, string code) => Group(found, list, code).GetProperty("decisions").GetInt32();

    private static List<string> Roles(Answer found, string list, string code) =>
        [
            .. Group(found, list, code)
                .GetProperty("roles")
                .EnumerateArray()
                .Select(r => $"{r.GetProperty("role").GetString()} {r.GetProperty("total").GetInt32()}"),
        ];

    private static List<string> Sentences(Answer found) => [.. found["sentences"].EnumerateArray().Select(s => s.GetString()!)];
}
