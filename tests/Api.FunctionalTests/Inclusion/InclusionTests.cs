using System.Text.Json;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
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
                "The organization of none of the 4 participants is registered, so that sectors and countries are unknown.",
                "One of 4 participants is of a community. Contributors: 1, interviewers: 0, rapporteurs: 0, spokespeople: 0.",
                "Whether participants are early in their career is unknown for all 4.",
            ]);
        (Count(found, "sectors", "unknown"), Count(found, "sectors", "academia")).ShouldBe((4, 0), "nobody is known of any sector");

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
    public async Task Participants_count_for_the_organization_of_their_account_or_of_the_name_that_was_given()
    {
        var dialogue = await GivenDialogue.Make(_host, await _host.Organization("Organizer"));
        await _host.Send(new RegisterOrganization("University of Sylhet", "80", "BD", "Asia/Dhaka"));
        var mothers = await _host.Send(new RegisterOrganization("Mothers of Sylhet", "22", "BD", "Asia/Dhaka", IsCommunity: true));
        var (_, farah) = await Visitor.Invited(_host, Role.Community, mothers);
        var gul = await Visitor.Invited(_host, Role.Member);
        await Said(gul, "research", isEarlyCareer: true);
        var people = await _host.Send(
            new InviteParticipants(
                dialogue.Id,
                [
                    new("Elena", $"{Guid.NewGuid():n}@example.org", "research", "university  OF Sylhet"),
                    new("Farah", farah, "practice"),
                    new("Gul", gul.Email, "research"),
                ]
            )
        );
        await _host.Send(new AssignPeople(dialogue.Id, dialogue.GroupB, RoomRole.Interviewer, [people[2].Value]));
        await _host.Send(new NameSpokesperson(dialogue.Id, people[2]));

        var found = (await _secretariat.Get(dialogue.Url + "/inclusion")).MustBe(200);
        Counts(found, "sectors").ShouldBe(["civilSociety 1", "academia 1", "none 1", "unknown 4"], ignoreOrder: true);
        Counts(found, "incomeGroups").ShouldBe(["lowerMiddle 2", "none 1", "unknown 4"], ignoreOrder: true);
        Counts(found, "communities").ShouldBe(["community 2", "other 1", "none 1", "unknown 3"], ignoreOrder: true);
        Counts(found, "careerStages").ShouldBe(["earlyCareer 1", "unknown 6"], ignoreOrder: true);
        var early = Group(found, "careerStages", "earlyCareer");
        early.GetProperty("interviewers").GetInt32().ShouldBe(1);
        early.GetProperty("spokespeople").GetInt32().ShouldBe(1);
        early.GetProperty("contributors").GetInt32().ShouldBe(0);
        Group(found, "communities", "community").GetProperty("contributors").GetInt32().ShouldBe(1, "Amena");
        Group(found, "groups", "practice").GetProperty("rapporteurs").GetInt32().ShouldBe(1, "Chandra");
        var sentences = Sentences(found);
        sentences.ShouldContain("The organization of 4 of 7 participants is unknown.");
        sentences.ShouldContain("Nobody is known to be from a country with: low income, upper middle income, high income.");
        sentences.ShouldContain(
            "2 of 7 participants are of communities. Contributors: 1, interviewers: 0, rapporteurs: 0, spokespeople: 0."
        );
        sentences.ShouldContain(
            "One of 7 participants is early in their career; of 6 it is unknown. "
                + "Contributors: 0, interviewers: 1, rapporteurs: 0, spokespeople: 1."
        );
        var page = Read((await _secretariat.Get(dialogue.Page + "/inclusion")).MustBe(200));
        page.QuerySelectorAll("table").Length.ShouldBe(5);
        page.Body!.TextContent.ShouldContain("interviewers: 1");
    }

    [DatabaseFact]
    public async Task A_person_without_an_organization_belongs_to_the_whole_and_to_no_partnership()
    {
        var (id, lead) = await Partnership();
        var before = (await _secretariat.Get("/api/v1/inclusion")).MustBe(200);
        await Said(await Visitor.Invited(_host, Role.Member), "research", isEarlyCareer: true);
        await Visitor.Invited(_host, Role.Secretariat);
        var found = (await _secretariat.Get("/api/v1/inclusion")).MustBe(200);
        found["people"].GetInt32().ShouldBe(before["people"].GetInt32() + 1, "the secretariat serves all and is not counted");
        var without = found["peopleWithoutOrganization"].GetInt32();
        without.ShouldBe(before["peopleWithoutOrganization"].GetInt32() + 1);
        foreach (var (list, code) in new[] { ("careerStages", "earlyCareer"), ("stakeholderGroups", "research") })
        {
            Total(found, list, code).ShouldBe(Total(before, list, code) + 1);
            Without(found, list, code).ShouldBe(Without(before, list, code) + 1);
            Roles(found, list, code).ShouldBe(Roles(before, list, code));
        }

        Sentences(found).ShouldContain(Texts.Count("inclusion.people.individuals", without, found["people"].GetInt32()));
        var ofOne = (await _secretariat.Get($"/api/v1/partnerships/{id.Value}/inclusion")).MustBe(200);
        (ofOne["people"].GetInt32(), ofOne["peopleWithoutOrganization"].GetInt32()).ShouldBe((0, 0));
        using var member = _host.Client(await _host.Key(lead, "community"));
        (await member.Get("/api/v1/inclusion"))
            .MustBe(200)["peopleWithoutOrganization"]
            .GetInt32()
            .ShouldBe(0, "a community reads no initiatives, in which these people take part");
        (await _secretariat.Get("/inclusion")).MustBe(200).Text.ShouldContain("without an organization: ");
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

    /// <summary>The groups of a dialogue to which anybody belongs.</summary>
    private static IEnumerable<string> Counts(Answer found, string list) =>
        found[list]
            .EnumerateArray()
            .Where(g => g.GetProperty("participants").GetInt32() > 0)
            .Select(g => $"{g.GetProperty("code").GetString()} {g.GetProperty("participants").GetInt32()}");

    private static int Count(Answer found, string list, string code) => Group(found, list, code).GetProperty("participants").GetInt32();

    private static int Without(Answer found, string list, string code) =>
        Group(found, list, code).GetProperty("withoutOrganization").GetInt32();

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
