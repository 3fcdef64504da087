using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.HealthChecks;

public sealed class HealthChecksOnSqlite(OnSqlite fixture) : HealthCheckTests(fixture), IClassFixture<OnSqlite>;

public sealed class HealthChecksOnPostgreSql(OnPostgreSql fixture) : HealthCheckTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Rounds, their links and their results, through the API.</summary>
public abstract class HealthCheckTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_round_is_opened_by_the_secretariat_or_an_officer_of_a_lead_member()
    {
        var made = await Checked.Make(_host, hasRound: false);
        var body = new { period = "Second half of 2026", closesOn = "2026-12-04" };
        using var other = _host.Client(await _host.Key(made.Community, "officer"));
        (await other.Post(made.Url, body)).MustRefuse(403, "access.notLead");
        using var lead = _host.Client(await _host.Key(made.Lead, "officer"));
        var round = (await lead.Post(made.Url, body)).MustBe(201);
        round["state"].GetString().ShouldBe("open");
        round["opensOn"].GetString().ShouldBe("2026-11-21", "today");
        round["instrumentVersion"].GetInt32().ShouldBe(1);
        (await lead.Get($"{made.Url}/{round.Id}")).MustBe(200)["number"].GetInt32().ShouldBe(1);

        (
            await _secretariat.Post(
                made.Url,
                new
                {
                    period = "Again",
                    closesOn = "2026-12-20",
                    opensOn = "2026-12-05",
                }
            )
        ).MustRefuse(409, "healthCheck.overlaps", "opensOn");
        (
            await _secretariat.Post(
                made.Url,
                new
                {
                    period = "Second half of 2026",
                    closesOn = "2027-02-20",
                    opensOn = "2027-02-05",
                }
            )
        ).MustRefuse(409, "healthCheck.periodExists", "period");
        (
            await _secretariat.Post(
                made.Url,
                new
                {
                    period = "Next",
                    closesOn = "2026-12-20",
                    opensOn = "2026-12-06",
                }
            )
        ).MustBe(201);
        (await _secretariat.Get(made.Url)).Items.Select(r => r.GetProperty("period").GetString()).ShouldBe(["Next", "Second half of 2026"]);
    }

    [DatabaseFact]
    public async Task Focal_points_and_alternates_of_all_members_get_one_link_however_often_the_command_runs()
    {
        var made = await Checked.Make(_host);
        await _host.Send(new AddContact(made.Lead, "Officer", "officer@example.org", ContactRole.AuthorizedOfficer));
        await _host.Send(new RunHealthChecks());
        (await made.Tokens()).Count.ShouldBe(7, "three, three and one; an authorized officer who is neither gets none");
        (await made.Tokens()).Distinct().Count().ShouldBe(7);
        (await Round(made))["invited"].GetInt32().ShouldBe(7);

        await _host.Send(new AddContact(made.Community, "Late", $"{Guid.NewGuid():n}@example.org", ContactRole.Alternate));
        await _host.Send(new RunHealthChecks());
        (await made.Tokens(made.Community)).Count.ShouldBe(4, "who joins while it is open is invited, too");
    }

    [DatabaseFact]
    public async Task A_person_who_is_a_contact_of_a_member_in_two_roles_gets_one_link()
    {
        var made = await Checked.Make(_host, hasRound: false);
        await _host.Send(new AddContact(made.Lead, "Focal point", "FOCAL@example.org", ContactRole.Alternate));
        await made.OpenRound("Winter", "2026-12-04");
        await _host.Send(new RunHealthChecks());
        (await made.Tokens(made.Lead)).Count.ShouldBe(3);
        (await Round(made))["invited"].GetInt32().ShouldBe(7);

        var contacts = (await _host.Send(new ListContacts(made.Lead))).Items;
        var focal = contacts.Single(c => c.Email == "focal@example.org" && c.Role == ContactRole.FocalPoint);
        await _host.Send(new RemoveContact(made.Lead, new ContactId(focal.Id)));
        var first = (await made.Open((await made.Tokens(made.Lead))[0])).MustBe(200);
        first.Text.ShouldContain("Send my answers", customMessage: "they are still an alternate");
        await _host.Send(new AddContact(made.Lead, "Focal point", "focal@example.org", ContactRole.FocalPoint));
        await _host.Send(new RunHealthChecks());
        (await made.Tokens(made.Lead)).Count.ShouldBe(3, "who is removed and added again was asked already");
    }

    [DatabaseFact]
    public async Task A_member_without_a_contact_is_listed_until_somebody_of_it_can_be_asked()
    {
        var made = await Checked.Make(_host);
        var url = $"{made.Url}/{made.Round.Value}/not-asked";
        (await _secretariat.Get(url)).MustBe(200).Items.ShouldBeEmpty();
        var (reached, silent) = (await Silent(made, "Fishers of Cox"), await Silent(made, "Weavers of Tangail"));
        (await _secretariat.Get(url)).Items.Select(Named).ShouldBe(["Weavers of Tangail", "Fishers of Cox"], ignoreOrder: true);
        using var community = _host.Client(await _host.Key(made.Community, "reporter"));
        (await community.Get(url))["total"].GetInt32().ShouldBe(2, "whoever reads the partnership reads it");

        await _host.Send(new AddContact(reached, "Signs", $"{Guid.NewGuid():n}@example.org", ContactRole.AuthorizedOfficer));
        (await _secretariat.Get(url)).Items.Select(Named).ShouldBe(["Weavers of Tangail"]);
        await _host.Send(new RunHealthChecks());
        (await made.Tokens(reached)).ShouldHaveSingleItem("an authorized officer is asked where a member has nobody else");

        await made.Close();
        await _host.Send(new AddContact(silent, "Late", $"{Guid.NewGuid():n}@example.org", ContactRole.FocalPoint));
        await Silent(made, "Joined after the end");
        (await _secretariat.Get(url)).Items.Select(Named).ShouldBe(["Weavers of Tangail"], "it was not asked in time");
        (await _secretariat.Get($"/api/v1/exports/partnerships/{made.Partnership.Value}/health-checks/{made.Round.Value}/not-asked.csv"))
            .MustBe(200)
            .Text.ShouldContain("Weavers of Tangail");
        (await _secretariat.Get($"{made.Url}/{Guid.NewGuid()}/not-asked")).MustRefuse(404, "healthCheckRound.notFound");
    }

    [DatabaseFact]
    public async Task Rounds_open_by_themselves_after_so_many_months()
    {
        var made = await Checked.Make(_host, hasRound: false);
        var plan = made.Url + "/plan";
        (await _secretariat.Get(plan)).MustBe(200)["months"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        using var other = _host.Client(await _host.Key(made.Community, "officer"));
        (await other.Put(plan, new { months = 6 })).MustRefuse(403, "access.notLead");
        (await other.Get(plan))["mayChange"].GetBoolean().ShouldBeFalse();
        using var lead = _host.Client(await _host.Key(made.Lead, "officer"));
        (await lead.Put(plan, new { months = 25 })).MustRefuse(400, "request.invalid", "months");
        (await lead.Put(plan, new { months = 6, opensOn = "2026-11-20" })).MustRefuse(422, "healthCheck.opensInThePast", "opensOn");
        var set = (await lead.Put(plan, new { months = 6, opensOn = "2026-12-01" })).MustBe(200);
        (set["months"].GetInt32(), set["nextOn"].GetString(), set["mayChange"].GetBoolean()).ShouldBe((6, "2026-12-01", true));
        await _host.Send(new RunHealthChecks());
        (await _secretariat.Get(made.Url)).Items.ShouldBeEmpty("its day has not come");

        _host.Clock.Set("2026-12-01T00:00:00Z");
        await _host.Send(new RunHealthChecks());
        await _host.Send(new RunHealthChecks());
        var round = (await _secretariat.Get(made.Url)).Items.ShouldHaveSingleItem();
        (Text(round, "period"), Text(round, "opensOn"), Text(round, "closesOn"), round.GetProperty("invited").GetInt32()).ShouldBe(
            ("2026-06 – 2026-11", "2026-12-01", "2026-12-21", 7)
        );
        (await NextOn(plan)).ShouldBe("2027-06-01");
        var history = (await _secretariat.Get($"/api/v1/history?partnershipId={made.Partnership.Value}")).Items;
        var texts = history.Select(line => line.GetProperty("text").GetString()).ToList();
        Said("opened the health check “2026-06 – 2026-11”, from 1 December 2026 to 21 December 2026.").ShouldBe(1);
        Said("set that a health check opens by itself on 1 December 2026. Months from one to the next: 6.").ShouldBe(1);

        int Said(string end) => texts.Count(text => text!.EndsWith(end, StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task A_round_that_somebody_opens_or_cancels_takes_the_place_of_a_planned_one()
    {
        var made = await Checked.Make(_host, hasRound: false);
        var plan = made.Url + "/plan";
        (await _secretariat.Put(plan, new { months = 3, opensOn = "2026-12-01" })).MustBe(200);
        await made.OpenRound("By hand", "2026-12-10");
        (await NextOn(plan)).ShouldBe("2027-02-21", "three months after it opened");
        await _host.Send(new CancelHealthCheckRound(made.Partnership, made.Round, "Wrong dates."));
        _host.Clock.Set("2026-12-01T00:00:00Z");
        await _host.Send(new RunHealthChecks());
        (await NextOn(plan)).ShouldBe("2027-02-21", "it had opened, so that none opens again at once");

        (await _secretariat.Put(plan, new { months = 1, opensOn = "2026-12-12" })).MustBe(200);
        (await NextOn(plan)).ShouldBe("2026-12-12", "the cancelled one ended before");
        (await _secretariat.Put(plan, new { })).MustBe(200)["nextOn"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        _host.Clock.Set("2027-06-01T00:00:00Z");
        await _host.Send(new RunHealthChecks());
        (await _secretariat.Get(made.Url)).Items.ShouldHaveSingleItem("none opens by itself any more");
    }

    [DatabaseFact]
    public async Task The_link_is_stored_as_a_hash_and_its_mail_is_emptied_after_it_was_sent()
    {
        var made = await Checked.Make(_host);
        var token = (await made.Tokens())[0];
        (await _host.Db(db => db.HealthCheckInvitations.CountAsync(i => i.Hash == token))).ShouldBe(0);
        await _host.Send(new DeliverMail());
        (await made.Tokens()).ShouldAllBe(t => t.Length == 0);
        (await made.Open(token)).MustBe(200);
    }

    [DatabaseFact]
    public async Task Who_has_not_answered_is_reminded_once_three_days_before_the_end_and_both_links_work()
    {
        var made = await Checked.Make(_host);
        var tokens = await made.Tokens();
        (await made.Answer(tokens[0])).MustBe(303);
        _host.Clock.Set("2026-12-02T11:59:00Z");
        (await Reminders(made)).ShouldBe(0);
        _host.Clock.Set("2026-12-02T12:00:00Z");
        (await Reminders(made)).ShouldBe(6);
        (await Reminders(made)).ShouldBe(6, "once");
        (await made.Open(tokens[1])).MustBe(200).Text.ShouldContain("Send my answers");
        (await Round(made))["remindedAt"].GetString().ShouldNotBeNull();
    }

    [DatabaseFact]
    public async Task Results_can_be_read_after_the_end_and_not_while_answers_arrive()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "stronglyAgree");
        await made.AnswerAll(made.Community, "disagree", ("communityVoice", "stronglyDisagree"), ("capability", "cannotSay"));
        var results = $"{made.Url}/{made.Round.Value}/results";
        var early = (await _secretariat.Get(results)).MustBe(200);
        early["statements"].GetArrayLength().ShouldBe(0);
        early["comparison"].GetString().ShouldBe("Results are shown after the health check has closed. Its last day is 4 December 2026.");
        (await _secretariat.Get(made.Url + "/trend")).Items.ShouldBeEmpty();

        await made.Close();
        var found = (await _secretariat.Get(results)).MustBe(200);
        found["round"].GetProperty("answers").GetInt32().ShouldBe(6);
        found["comparison"].GetString().ShouldBe("Community and lead members differ most on Community voice: community 1, lead 5.");
        var voice = Statement(found, "communityVoice");
        voice.GetProperty("median").GetDecimal().ShouldBe(3);
        voice.GetProperty("lowestRole").GetDecimal().ShouldBe(1);
        voice.GetProperty("highestRole").GetDecimal().ShouldBe(5);
        voice.GetProperty("lowerQuartile").GetInt32().ShouldBe(1);
        var funder = voice.GetProperty("roles").EnumerateArray().Single(r => r.GetProperty("role").GetString() == "implementing");
        funder.GetProperty("median").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "too few answers");
        var capability = Statement(found, "capability");
        (capability.GetProperty("answers").GetInt32(), capability.GetProperty("cannotSay").GetInt32()).ShouldBe((3, 3));
        capability
            .GetProperty("roles")
            .EnumerateArray()
            .ShouldAllBe(r => r.GetProperty("median").ValueKind == System.Text.Json.JsonValueKind.Null);
        (await _secretariat.Get(made.Url + "/trend")).Items.ShouldHaveSingleItem();
    }

    [DatabaseFact]
    public async Task One_answer_of_a_member_cannot_be_found_by_subtraction()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "agree");
        await made.AnswerAll(made.Community, "disagree");
        foreach (var token in (await made.Tokens()).Except(await made.Tokens(made.Lead)).Except(await made.Tokens(made.Community)))
            (await made.Answer(token, "neither")).MustBe(303);
        await made.Close();
        var found = await _secretariat.Get($"{made.Url}/{made.Round.Value}/results");
        Statement(found, "longTerm")
            .GetProperty("roles")
            .EnumerateArray()
            .Count(r => r.GetProperty("median").ValueKind != System.Text.Json.JsonValueKind.Null)
            .ShouldBe(1, "with both, the rest would be the one of the funder");
    }

    [DatabaseFact]
    public async Task The_history_says_that_somebody_answered_and_names_nobody()
    {
        var made = await Checked.Make(_host);
        (await made.Answer((await made.Tokens(made.Lead))[0])).MustBe(303);
        await made.Close();
        var lines = (await _secretariat.Get($"/api/v1/history?partnershipId={made.Partnership.Value}")).Items.ToList();
        var texts = lines.ConvertAll(l => l.GetProperty("text").GetString());
        texts.ShouldContain("The health check “Second half of 2026” was answered by a protected person.");
        texts.ShouldContain("The secretariat opened the health check “Second half of 2026”, from 21 November 2026 to 4 December 2026.");
        texts.ShouldContain("The health check “Second half of 2026” closed. Answers: 1 of 7.");

        var answered = await _host.Db(db =>
            db.History.SingleAsync(h => h.Event == "healthCheckAnswered" && h.PartnershipId == made.Partnership.Value)
        );
        (answered.ActorKind, answered.ActorId, answered.OrganizationId, answered.Record).ShouldBe((ActorKind.Protected, null, null, null));
        answered.Data.ShouldNotContain(made.Lead.Value.ToString());
    }

    [DatabaseFact]
    public async Task An_answer_adds_no_row_and_leaves_no_time_at_the_invitation()
    {
        var made = await Checked.Make(_host);
        Task<int> Rows() => _host.Db(db => db.HealthTallies.CountAsync(t => t.RoundId == made.Round));
        var before = await Rows();
        await made.AnswerAll(made.Community, "agree");
        (await Rows()).ShouldBe(before);
        (await _host.Db(db => db.HealthTallies.Where(t => t.RoundId == made.Round).SumAsync(t => t.Count))).ShouldBe(30);
        (await _host.Db(db => db.HealthCheckInvitations.CountAsync(i => i.RoundId == made.Round && i.IsAnswered))).ShouldBe(3);
    }

    [DatabaseFact]
    public async Task A_cancelled_round_has_no_answers_and_its_links_stop_working()
    {
        var made = await Checked.Make(_host);
        var tokens = await made.Tokens();
        (await made.Answer(tokens[0])).MustBe(303);
        var url = $"{made.Url}/{made.Round.Value}/cancel";
        (await _secretariat.Post(url, new { reason = " " })).MustRefuse(400, "request.invalid", "reason");
        var cancelled = (await _secretariat.Post(url, new { reason = "Wrong dates." })).MustBe(200);
        (cancelled["state"].GetString(), cancelled["answers"].GetInt32()).ShouldBe(("cancelled", 0));
        (await _host.Db(db => db.HealthTallies.CountAsync(t => t.RoundId == made.Round))).ShouldBe(0);
        (await made.Open(tokens[0])).MustBe(410).Text.ShouldContain("was cancelled");
        (await made.Answer(tokens[1])).MustBe(410);
        await made.OpenRound("Second half of 2026", "2026-12-10");
        (await made.Tokens()).Count.ShouldBe(7, "the name and the days are free again");
    }

    [DatabaseFact]
    public async Task The_list_of_those_who_were_asked_does_not_say_who_answered()
    {
        var made = await Checked.Make(_host);
        (await made.Answer((await made.Tokens(made.Lead))[0])).MustBe(303);
        var url = $"{made.Url}/{made.Round.Value}/invitations";
        var list = (await _secretariat.Get(url)).MustBe(200);
        list.Items.Length.ShouldBe(7);
        list.Text.ShouldNotContain("nswered");
        list.Items.Select(i => i.GetRawText().Length).ShouldNotBeEmpty();
        using var lead = _host.Client(await _host.Key(made.Lead, "officer"));
        (await lead.Get(url))
            .Items.Count(i => i.GetProperty("name").ValueKind == System.Text.Json.JsonValueKind.String)
            .ShouldBe(3, "of their own organization");
        (await lead.Get($"/api/v1/exports/partnerships/{made.Partnership.Value}/health-checks/{made.Round.Value}/invitations.csv"))
            .MustBe(200)
            .Text.ShouldStartWith("organizationId,organizationName,role,name,sentAt");
    }

    [DatabaseFact]
    public async Task A_trend_shows_closed_rounds_the_oldest_first()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "disagree");
        await made.Close();
        await made.OpenRound("First half of 2027", "2026-12-20");
        await made.AnswerAll(made.Lead, "agree");
        await made.Close("2026-12-21T12:00:00Z");
        var trend = (await _secretariat.Get(made.Url + "/trend")).Items;
        trend.Select(r => r.GetProperty("statements")[0].GetProperty("median").GetDecimal()).ShouldBe([2, 4]);
    }

    [DatabaseFact]
    public async Task The_instrument_is_published_with_its_version_and_sources()
    {
        using var anybody = _host.Client(null);
        var instrument = (await anybody.Get("/api/v1/reference/health-check")).MustBe(200);
        instrument["instrumentVersion"].GetInt32().ShouldBe(1);
        instrument["statements"].GetArrayLength().ShouldBe(10);
        instrument["scale"].GetArrayLength().ShouldBe(6);
        instrument["sources"].GetArrayLength().ShouldBeGreaterThan(5);
        instrument["versions"].EnumerateArray().Select(v => v.GetInt32()).ShouldBe(HealthInstrument.Versions);
        (await anybody.Get("/api/v1/reference/health-check?version=1")).MustBe(200)["statements"].GetArrayLength().ShouldBe(10);
        (await anybody.Get($"/api/v1/reference/health-check?version={HealthInstrument.CurrentVersion + 1}")).MustRefuse(
            404,
            "healthInstrument.notFound"
        );
    }

    /// <summary>A new member without a contact.</summary>
    private async Task<OrganizationId> Silent(Checked made, string name)
    {
        var id = await _host.Send(new RegisterOrganization(name, "22", "BD", "Asia/Dhaka"));
        await _host.Send(new AddMember(made.Partnership, id, MemberRole.Knowledge));
        return id;
    }

    private async Task<string?> NextOn(string plan) => (await _secretariat.Get(plan)).MustBe(200)["nextOn"].GetString();

    private static string? Named(System.Text.Json.JsonElement member) => Text(member, "organizationName");

    private static string? Text(System.Text.Json.JsonElement item, string member) => item.GetProperty(member).GetString();

    private async Task<Answer> Round(Checked made) => (await _secretariat.Get($"{made.Url}/{made.Round.Value}")).MustBe(200);

    private async Task<int> Reminders(Checked made)
    {
        await _host.Send(new RunHealthChecks());
        return await _host.Db(db => db.HealthCheckInvitations.CountAsync(i => i.RoundId == made.Round && i.ReminderHash != null));
    }

    private static System.Text.Json.JsonElement Statement(Answer results, string statement) =>
        results["statements"].EnumerateArray().Single(s => s.GetProperty("statement").GetString() == statement);
}
