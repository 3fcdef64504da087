using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Initiatives;

public sealed class InitiativesOnSqlite(OnSqlite fixture) : InitiativeTests(fixture), IClassFixture<OnSqlite>;

public sealed class InitiativesOnPostgreSql(OnPostgreSql fixture) : InitiativeTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class InitiativeTests(HostFixture fixture)
{
    private const string Initiatives = "/api/v1/initiatives";

    private TrackerHost Host => fixture.Host;

    [DatabaseFact]
    public async Task A_member_without_an_organization_proposes_revises_and_withdraws()
    {
        var (member, _) = await SignedIn(Role.Member);
        var proposed = (await member.Post(Initiatives, Bodies.Initiative())).MustBe(201);
        (proposed["status"].GetString(), proposed["proposerName"].GetString(), proposed["isMine"].GetBoolean()).ShouldBe(
            ("proposed", "Ana", true)
        );
        proposed["decisionDueOn"].GetString().ShouldBe("2026-12-21");
        proposed["decisionDueAt"].GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-12-22T00:00:00Z"));
        var url = proposed.Headers.Location!.ToString();

        var unknown = (await member.Put(url, Bodies.Initiative().With("pillar", "magic"))).MustRefuse(400, "request.invalid", "pillar");
        unknown["violations"][0].GetProperty("code").GetString().ShouldBe("form.oneOf");
        (await member.Put(url, Bodies.Initiative().With("themes", new[] { "healthSystemsStrengthening", "magic" }))).MustRefuse(
            400,
            "request.invalid",
            "themes[1]"
        );
        (await member.Put(url, Bodies.Initiative().With("title", "a\nb"))).MustRefuse(400, "request.invalid", "title");
        (await member.Put(url, Bodies.Initiative().With("organizationId", (await Host.Organization("Other")).Value))).MustRefuse(
            404,
            "organization.notFound"
        );
        var revised = (await member.Put(url, Bodies.Initiative().With("title", "Peer teaching"), proposed.Tag)).MustBe(200);
        revised["title"].GetString().ShouldBe("Peer teaching");
        (await member.Put(url, Bodies.Initiative(), proposed.Tag)).MustRefuse(412, "request.versionMoved");

        var (another, _) = await SignedIn(Role.Member);
        (await another.Put(url, Bodies.Initiative())).MustRefuse(403, "initiative.notProposer");
        (await another.Get(url)).MustBe(200)["isMine"].GetBoolean().ShouldBeFalse();
        (await member.Post(url + "/withdraw", new { reason = "Done elsewhere." })).MustBe(200)["status"].GetString().ShouldBe("withdrawn");
        (await another.Post(url + "/comments", new { text = "Why?" })).MustRefuse(422, "initiative.over");
        var history = (await another.Get(url + "/history")).MustBe(200).Items.Select(h => h.GetProperty("event").GetString());
        history.ShouldBe(["initiativeWithdrawn", "initiativeRevised", "initiativeProposed"]);
        (await another.Get(url + "/history")).Text.ShouldContain("A member");
    }

    [DatabaseFact]
    public async Task Others_support_comment_and_raise_concerns_which_the_proposer_answers()
    {
        var own = await Host.Organization("Green Delta");
        await Host.ActivePartnership(own, await Host.Organization("Another"));
        var (member, _) = await SignedIn(Role.Member);
        var (officer, _) = await SignedIn(Role.Officer, own);
        var (reporter, _) = await SignedIn(Role.Reporter, own);
        var url = (await member.Post(Initiatives, Bodies.Initiative())).MustBe(201).Headers.Location!.ToString();
        (await member.Post(url + "/supports", new { brings = "Me." })).MustRefuse(422, "initiative.ownSupport");
        (await officer.Post(url + "/supports", new { brings = "" })).MustRefuse(400, "request.invalid", "brings");
        (await officer.Post(url + "/supports", new { brings = "Rooms." })).MustBe(201)["supports"].GetInt32().ShouldBe(1);
        (await reporter.Post(url + "/supports", new { brings = "Cars." })).MustRefuse(409, "initiative.alreadySupported");
        var support = (await reporter.Get(url + "/supports")).MustBe(200).Items.ShouldHaveSingleItem();
        (support.GetProperty("organizationName").GetString(), support.GetProperty("isMine").GetBoolean()).ShouldBe(("Green Delta", true));
        (await member.Get(url + "/supports")).Items[0].GetProperty("isMine").GetBoolean().ShouldBeFalse();
        var supportUrl = $"{url}/supports/{support.GetProperty("id").GetString()}";
        (await member.Delete(supportUrl)).MustRefuse(403, "initiative.notSupporter");
        (await reporter.Delete(supportUrl)).MustBe(204);
        (await officer.Post(url + "/supports", new { brings = "Rooms and cars." })).MustBe(201);

        foreach (var text in new[] { "One", "Two", "Three" })
            (await officer.Post(url + "/comments", new { text })).MustBe(201);
        (await member.All(url + "/comments", 2)).Select(c => c.GetProperty("text").GetString()).ShouldBe(["Three", "Two", "One"]);

        (await officer.Post(url + "/concerns", new { text = "Who pays?" })).MustBe(201)["openConcerns"].GetInt32().ShouldBe(1);
        var concern = $"{url}/concerns/{(await member.Get(url + "/concerns")).Items[0].GetProperty("id").GetString()}";
        (await officer.Post(concern + "/answer", new { answer = "You." })).MustRefuse(403, "initiative.notProposer");
        (await member.Post(concern + "/answer", new { answer = "The districts." })).MustBe(200);
        (await member.Post(concern + "/answer", new { answer = "The ministry." })).MustBe(200);
        (await member.Post(concern + "/resolve")).MustRefuse(403, "initiative.notConcerned");
        (await officer.Post(concern + "/resolve")).MustBe(200)["openConcerns"].GetInt32().ShouldBe(0);
        var answered = (await member.Get(url + "/concerns")).Items[0];
        answered.GetProperty("answer").GetString().ShouldBe("The ministry.");
        var earlier = answered.GetProperty("earlierAnswers").EnumerateArray().ShouldHaveSingleItem();
        earlier.GetProperty("answer").GetString().ShouldBe("The districts.");
        (await member.Post($"{url}/concerns/{Guid.NewGuid()}/resolve")).MustRefuse(404, "initiativeConcern.notFound");

        // What people wrote is not in the history, so that it can be erased.
        foreach (var words in new[] { "Who pays", "The districts" })
            (await Host.Db(db => db.History.Where(h => h.InitiativeId != null && h.Data.Contains(words)).CountAsync())).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task The_board_decides_with_a_reason_by_mail_and_never_on_its_own_or_what_it_supports()
    {
        var own = await Host.Organization("Green Delta");
        var (member, email) = await SignedIn(Role.Member);
        var (board, _) = await SignedIn(Role.Board);
        var (ofOrganization, _) = await SignedIn(Role.Board, own);
        var url = (await member.Post(Initiatives, Bodies.Initiative())).MustBe(201).Headers.Location!.ToString();
        (await Host.Client().Post(url + "/accept", new { reason = "Good." })).MustRefuse(403, "access.notAllowed");

        var theirs = (await board.Post(Initiatives, Bodies.Initiative())).MustBe(201).Headers.Location!.ToString();
        (await board.Post(theirs + "/accept", new { reason = "Good." })).MustRefuse(403, "access.ownFiling");
        (await ofOrganization.Post(theirs + "/supports", new { brings = "Rooms." })).MustBe(201);
        (await ofOrganization.Post(theirs + "/decline", new { reason = "No." })).MustRefuse(403, "access.ownFiling");
        (await ofOrganization.Get(theirs)).MustBe(200)["mayDecide"].GetBoolean().ShouldBeFalse();
        var carried = Bodies.Initiative().With("organizationId", own.Value);
        var ofTheirs = (await Host.Client().Post(Initiatives, carried)).MustBe(201).Headers.Location!.ToString();
        (await ofOrganization.Post(ofTheirs + "/accept", new { reason = "Good." })).MustRefuse(403, "access.ownFiling");

        (await board.Get(url))["mayDecide"].GetBoolean().ShouldBeTrue();
        (await board.Post(url + "/accept", new { reason = " " })).MustRefuse(400, "request.invalid", "reason");
        var preview = (await board.Post(url + "/decision-preview", new { accepts = false, reason = "Too large." })).MustBe(200);
        preview["subject"].GetString().ShouldBe("Not accepted: your initiative “Peer learning for rural nurses”");
        preview["to"].EnumerateArray().Select(to => to.GetString()).ShouldBe(["Ana"]);
        (await board.Get(url))["status"].GetString().ShouldBe("proposed");

        var accepted = (await board.Post(url + "/accept", new { reason = "It answers a need." })).MustBe(200);
        (accepted["status"].GetString(), accepted["decisionReason"].GetString()).ShouldBe(("accepted", "It answers a need."));
        (await board.Post(url + "/decline", new { reason = "No." })).MustRefuse(422, "initiative.decided");
        var mail = await Host.Db(db => db.Mails.Where(m => m.Recipient == email).OrderByDescending(m => m.Seq).FirstAsync());
        mail.Subject.ShouldBe("Accepted: your initiative “Peer learning for rural nurses”");
        mail.Text.ShouldContain("It answers a need.");
    }

    [DatabaseFact]
    public async Task An_accepted_initiative_becomes_a_partnership_and_a_commitment_with_links_both_ways()
    {
        var host = await Host.Organization("Host organization");
        var secretariat = Host.Client();
        var (member, _) = await SignedIn(Role.Member);
        var (board, _) = await SignedIn(Role.Board);
        var url = (await member.Post(Initiatives, Bodies.Initiative())).MustBe(201).Headers.Location!.ToString();
        (await secretariat.Post(url + "/partnership", new { organizationId = host.Value })).MustRefuse(422, "initiative.notAccepted");
        (await board.Post(url + "/accept", new { reason = "It answers a need." })).MustBe(200);
        (await secretariat.Post(url + "/partnership")).MustRefuse(422, "initiative.hostMissing", "organizationId");

        var partnership = (await secretariat.Post(url + "/partnership", new { organizationId = host.Value })).MustBe(201);
        (partnership["name"].GetString(), partnership["status"].GetString()).ShouldBe(("Peer learning for rural nurses", "proposed"));
        (partnership["initiativeId"].GetString(), partnership["members"].GetInt32()).ShouldBe((url.Split('/')[^1], 1));
        partnership["pillars"].EnumerateArray().Select(p => p.GetString()).ShouldBe(["capacityStrengthening"]);
        partnership["themes"].EnumerateArray().Select(p => p.GetString()).ShouldBe(["nonCommunicableDiseases"]);
        (await secretariat.Post(url + "/partnership", new { organizationId = host.Value })).MustRefuse(409, "initiative.hasPartnership");

        var (officer, _) = await SignedIn(Role.Officer, host);
        var (stranger, _) = await SignedIn(Role.Officer, await Host.Organization("Stranger"));
        var body = new
        {
            partnershipId = partnership.Id,
            organizationId = host.Value,
            dueDate = "2027-06-30",
        };
        foreach (var caller in new[] { officer, stranger })
        {
            (await caller.Post(url + "/commitment", body)).MustRefuse(403, "initiative.notInvolved");
            (await caller.Get(url)).MustBe(200)["mayTakeUp"].GetBoolean().ShouldBeFalse("their organization does not support it");
            (await caller.Post(url + "/supports", new { brings = "Rooms." })).MustBe(201);
            (await caller.Get(url)).MustBe(200)["mayTakeUp"].GetBoolean().ShouldBeTrue();
        }

        (await stranger.Post(url + "/commitment", body)).MustRefuse(404, "partnership.notFound");
        var commitment = (await officer.Post(url + "/commitment", body)).MustBe(201);
        (commitment["title"].GetString(), commitment["status"].GetString()).ShouldBe(("Peer learning for rural nurses", "draft"));
        (commitment["statedNeed"].GetString(), commitment["initiativeId"].GetString()).ShouldBe(
            ("Rural clinics lack training.", url.Split('/')[^1])
        );
        (await officer.Post(url + "/commitment", body)).MustRefuse(409, "initiative.hasCommitment");
        (await officer.Get(url)).MustBe(200)["mayTakeUp"].GetBoolean().ShouldBeFalse();

        var found = (await secretariat.Get(url)).MustBe(200);
        (found["partnershipId"].GetString(), found["commitmentId"].GetString()).ShouldBe((partnership.Id, commitment.Id));
        found["partnershipName"].GetString().ShouldBe("Peer learning for rural nurses");
        found["isTakenUp"].GetBoolean().ShouldBeTrue("it became a partnership");
        (await member.Get(url))["partnershipName"].GetString().ShouldBeNull("it is not published");
    }

    [DatabaseFact]
    public async Task An_initiative_is_taken_up_while_a_commitment_of_it_is_submitted_and_a_withdrawn_one_makes_room_for_another()
    {
        var pillar = await Host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}"));
        var own = await Host.Organization("Carrier");
        var partnership = await Host.ActivePartnership(own, await Host.Organization("Another"));
        var (officer, _) = await SignedIn(Role.Officer, own);
        var (board, _) = await SignedIn(Role.Board);
        var proposal = Bodies.Initiative().With("organizationId", own.Value).With("pillar", pillar);
        var url = (await officer.Post(Initiatives, proposal)).MustBe(201).Headers.Location!.ToString();
        (await board.Post(url + "/accept", new { reason = "It answers a need." })).MustBe(200);

        var body = new { partnershipId = partnership.Value, dueDate = "2027-06-30" };
        var first = (await officer.Post(url + "/commitment", body)).MustBe(201).Id;
        await MustBeTakenUp(false);
        (await officer.Post($"/api/v1/commitments/{first}/withdraw", new { reason = "Another organization does it." })).MustBe(200);
        (await officer.Get(url)).MustBe(200)["mayTakeUp"].GetBoolean().ShouldBeTrue();

        var second = new CommitmentId(Guid.Parse((await officer.Post(url + "/commitment", body)).MustBe(201).Id));
        (await officer.Get(url)).MustBe(200)["commitmentId"].GetGuid().ShouldBe(second.Value);
        var draft = CommitmentDraft.Of(await Host.Send(new GetCommitment(second)));
        await Host.Send(new ReviseCommitment(second, draft with { SdgTargets = ["3.4"] }));
        await Host.Send(new SubmitCommitment(second));
        await MustBeTakenUp(true);
        await Host.Send(new ReturnCommitment(second, "No measure."));
        await MustBeTakenUp(false);
        await Host.Send(new SubmitCommitment(second));
        await Host.Send(new AcceptCommitment(second, "As agreed."));
        await Host.Send(new WithdrawCommitment(second, "No money."));
        await MustBeTakenUp(true);

        async Task MustBeTakenUp(bool isTakenUp)
        {
            (await officer.Get(url)).MustBe(200)["isTakenUp"].GetBoolean().ShouldBe(isTakenUp);
            foreach (var takenUp in new[] { true, false })
                (await officer.Get($"{Initiatives}?pillar={pillar}&takenUp={(takenUp ? "true" : "false")}"))
                    .MustBe(200)["total"]
                    .GetInt32()
                    .ShouldBe(takenUp == isTakenUp ? 1 : 0);
            var figures = (await officer.Get($"{Initiatives}/sounding-board?pillar={pillar}")).MustBe(200);
            Figures(figures["all"]).ShouldBe([1, 1, 0, 0, 0, 0, 1, 0, isTakenUp ? 1 : 0]);
        }
    }

    [DatabaseFact]
    public async Task An_accepted_initiative_becomes_a_commitment_although_its_pillar_and_theme_are_retired_since()
    {
        var pillar = await Host.Send(new AddVocabularyTerm(VocabularyKind.Pillar, $"Pillar {Guid.NewGuid():n}"));
        var theme = await Host.Send(new AddVocabularyTerm(VocabularyKind.Theme, $"Theme {Guid.NewGuid():n}"));
        var own = await Host.Organization("Carrier");
        var partnership = await Host.ActivePartnership(own, await Host.Organization("Another"));
        var (officer, _) = await SignedIn(Role.Officer, own);
        var (board, _) = await SignedIn(Role.Board);
        var proposal = Bodies.Initiative().With("organizationId", own.Value).With("pillar", pillar).With("themes", new[] { theme });
        var url = (await officer.Post(Initiatives, proposal)).MustBe(201).Headers.Location!.ToString();
        (await board.Post(url + "/accept", new { reason = "It answers a need." })).MustBe(200);
        await Host.Send(new RetireVocabularyTerm(VocabularyKind.Pillar, pillar));
        await Host.Send(new RetireVocabularyTerm(VocabularyKind.Theme, theme));

        var made = (await officer.Post(url + "/commitment", new { partnershipId = partnership.Value })).MustBe(201);
        made["pillar"].GetString().ShouldBe(pillar);
        made["themes"].EnumerateArray().Select(t => t.GetString()).ShouldBe([theme]);
        (await officer.Post("/api/v1/commitments", Bodies.Commitment(partnership.Value, own.Value).With("pillar", pillar))).MustRefuse(
            400,
            "request.invalid",
            "pillar"
        );
    }

    [DatabaseFact]
    public async Task Lists_are_filtered_and_the_sounding_board_counts_what_became_of_each()
    {
        await using var alone = await TrackerHost.StartAsync(Host.Provider);
        var (member, email) = await SignedIn(Role.Member, at: alone);
        var (other, _) = await SignedIn(Role.Member, at: alone);
        var (board, _) = await SignedIn(Role.Board, at: alone);
        (await member.Put("/api/v1/me/about", new { isEarlyCareer = true })).MustBe(200);
        var host = await alone.Organization("Host");
        var urls = new List<string>();
        foreach (var client in new[] { member, other, member, other, member })
            urls.Add((await client.Post(Initiatives, Bodies.Initiative())).MustBe(201).Headers.Location!.ToString());
        (await board.Post(urls[0] + "/accept", new { reason = "Yes." })).MustBe(200);
        (await alone.Client().Post(urls[0] + "/partnership", new { organizationId = host.Value })).MustBe(201);
        (await other.Post(urls[3] + "/withdraw", new { reason = "Done." })).MustBe(200);
        var advocacy = Bodies.Initiative().With("pillar", "advocacy").With("themes", new[] { "healthSystemsStrengthening" });
        alone.Clock.Set("2026-12-22T00:00:00Z");
        (member, other) = ((await new Visitor(alone).SignIn(email)).Http, (await SignedIn(Role.Member, at: alone)).Http);
        board = (await SignedIn(Role.Board, at: alone)).Http;
        (await other.Post(Initiatives, advocacy)).MustBe(201);
        (await board.Post(urls[1] + "/decline", new { reason = "Late." })).MustBe(200);

        async Task<int> Total(HttpClient client, string filter) =>
            (await client.Get($"{Initiatives}?{filter}")).MustBe(200)["total"].GetInt32();
        (await Total(member, "")).ShouldBe(6);
        (await Total(member, "mine=true")).ShouldBe(3);
        (await Total(member, "mine=false")).ShouldBe(3);
        (await Total(member, "overdue=true")).ShouldBe(2);
        (await Total(member, "overdue=false")).ShouldBe(4);
        (await Total(member, "status=proposed")).ShouldBe(3);
        (await Total(member, "pillar=advocacy")).ShouldBe(1);
        (await Total(member, "theme=nonCommunicableDiseases")).ShouldBe(5);
        (await Total(member, "answeredInTime=true")).ShouldBe(1);
        (await Total(member, "answeredInTime=false")).ShouldBe(1);
        (await Total(member, "takenUp=true")).ShouldBe(1);
        (await Total(member, "takenUp=false")).ShouldBe(5);
        (await Total(member, "earlyCareer=true")).ShouldBe(3);
        (await Total(member, "earlyCareer=false&overdue=true")).ShouldBe(0);
        (await Total(member, $"organizationId={host.Value}")).ShouldBe(0, "they are proposals of individuals");
        (await Total(member, "q=RURAL")).ShouldBe(6);
        (await Total(member, "q=urban")).ShouldBe(0);
        (await member.All(Initiatives, 2)).Count.ShouldBe(6);

        var figures = (await member.Get(Initiatives + "/sounding-board")).MustBe(200);
        Figures(figures["all"]).ShouldBe([6, 1, 1, 3, 2, 1, 1, 1, 1]);
        Figures(figures["earlyCareer"]).ShouldBe([3, 1, 0, 2, 2, 0, 1, 0, 1]);
        Figures((await member.Get(Initiatives + "/sounding-board?pillar=advocacy"))["all"]).ShouldBe([1, 0, 0, 1, 0, 0, 0, 0, 0]);
        var table = (await member.Get("/api/v1/exports/initiatives.csv?status=proposed")).MustBe(200).Text;
        table.Split('\n').Count(line => line.Contains("Peer learning", StringComparison.Ordinal)).ShouldBe(3);
    }

    private static int[] Figures(System.Text.Json.JsonElement figures) =>
        [
            .. new[]
            {
                "proposed",
                "answeredInTime",
                "answeredLate",
                "waiting",
                "overdue",
                "withdrawn",
                "accepted",
                "declined",
                "takenUp",
            }.Select(name => figures.GetProperty(name).GetInt32()),
        ];

    private async Task<(HttpClient Http, string Email)> SignedIn(Role role, OrganizationId? organization = null, TrackerHost? at = null)
    {
        var (_, email) = await Visitor.Invited(at ?? Host, role, organization);
        return ((await new Visitor(at ?? Host).SignIn(email)).Http, email);
    }
}
