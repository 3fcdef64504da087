using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.HealthChecks;

public sealed class HealthCheckPagesOnSqlite(OnSqlite fixture) : HealthCheckPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class HealthCheckPagesOnPostgreSql(OnPostgreSql fixture) : HealthCheckPageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The page of the link, and the pages of results.</summary>
public abstract class HealthCheckPageTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task A_respondent_is_told_before_answering_how_answers_are_stored_and_shown()
    {
        var made = await Checked.Make(_host);
        var answer = (await made.Open((await made.Tokens())[0])).MustBe(200);
        answer.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        answer.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse();
        var page = Read(answer);
        page.QuerySelectorAll("script, style, [style], img").ShouldBeEmpty();
        page.QuerySelectorAll("fieldset").Length.ShouldBe(10);
        page.QuerySelectorAll("[type=radio]").Length.ShouldBe(60);
        page.QuerySelectorAll("[checked]").ShouldBeEmpty("nothing is chosen beforehand");
        var (rules, form) = (page.QuerySelector(".note")!, page.QuerySelector("form")!);
        rules.CompareDocumentPosition(form).HasFlag(DocumentPositions.Following).ShouldBeTrue("the rules come first");
        foreach (
            var told in new[] { "Neither a name, an organization nor a time", "at least 3 answers", "too few answers", "cannot be changed" }
        )
            rules.TextContent.ShouldContain(told);
    }

    [DatabaseFact]
    public async Task Opening_the_link_changes_nothing_because_mail_scanners_open_every_link()
    {
        var made = await Checked.Make(_host);
        var token = (await made.Tokens())[0];
        for (var i = 0; i < 3; i++)
            (await made.Open(token)).MustBe(200);
        (await _host.Db(db => db.HealthCheckInvitations.CountAsync(i => i.RoundId == made.Round && i.IsAnswered))).ShouldBe(0);
        (await made.Answer(token)).MustBe(303);
    }

    [DatabaseFact]
    public async Task Each_statement_needs_an_answer_and_nothing_that_was_chosen_is_lost()
    {
        var made = await Checked.Make(_host);
        var token = (await made.Tokens())[0];
        var page = Read((await made.Answer(token, "disagree", ("longTerm", ""), ("capability", "9"))).MustBe(422));
        page.QuerySelectorAll(".error").Length.ShouldBe(2);
        page.QuerySelectorAll("[checked]").Length.ShouldBe(8);
        (await made.Answer(token, "disagree")).MustBe(303);
    }

    [DatabaseFact]
    public async Task A_link_answers_once_and_then_shows_a_receipt_without_the_answers()
    {
        var made = await Checked.Make(_host);
        var token = (await made.Tokens())[0];
        (await made.Answer(token, "stronglyDisagree")).MustBe(303);
        (await made.Answer(token, "agree")).MustBe(200).Text.ShouldContain("Your answers were counted");
        var receipt = Read((await made.Open(token)).MustBe(200));
        receipt.QuerySelector("h1")!.TextContent.ShouldBe("Thank you. Your answers were counted");
        receipt.QuerySelectorAll("input").ShouldBeEmpty();
        (await _host.Db(db => db.HealthTallies.Where(t => t.RoundId == made.Round).SumAsync(t => t.Count))).ShouldBe(10);
    }

    [DatabaseFact]
    public async Task Of_answers_sent_at_the_same_moment_with_one_link_one_is_counted()
    {
        var made = await Checked.Make(_host);
        var token = (await made.Tokens())[0];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => made.Answer(token)));
        (await _host.Db(db => db.HealthTallies.Where(t => t.RoundId == made.Round).SumAsync(t => t.Count))).ShouldBe(10);
        (await _host.Db(db => db.HealthCheckRounds.Where(r => r.Id == made.Round).Select(r => r.Answers).SingleAsync())).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Answers_of_several_people_at_the_same_moment_are_all_counted()
    {
        var made = await Checked.Make(_host);
        var answers = await Task.WhenAll((await made.Tokens()).Select(token => made.Answer(token)));
        answers.ShouldAllBe(a => a.Status == 303);
        (await _host.Db(db => db.HealthTallies.Where(t => t.RoundId == made.Round).SumAsync(t => t.Count))).ShouldBe(70);
    }

    [DatabaseFact]
    public async Task A_link_says_why_it_no_longer_works()
    {
        var made = await Checked.Make(_host);
        var tokens = await made.Tokens(made.Lead);
        (await made.Open("no-such-token")).MustBe(404);
        var contact = (await _host.Send(new ListContacts(made.Lead))).Items[0];
        await _host.Send(new RemoveContact(made.Lead, new Domain.Organizations.ContactId(contact.Id)));
        (await made.Open(tokens[0])).MustBe(410).Text.ShouldContain("who is no longer one");
        _host.Clock.Set("2026-12-05T11:59:00Z");
        (await made.Open(tokens[1])).MustBe(200).Text.ShouldContain("Send my answers");
        _host.Clock.Set("2026-12-05T12:00:00Z");
        (await made.Open(tokens[1])).MustBe(410).Text.ShouldContain("was open until 4 December 2026");
        (await made.Answer(tokens[1])).MustBe(410);
    }

    [DatabaseFact]
    public async Task A_person_opens_reads_and_cancels_rounds_with_forms_alone()
    {
        var made = await Checked.Make(_host, hasRound: false);
        var (_, email) = await Visitor.Invited(_host, Role.Officer, made.Lead);
        var visitor = await new Visitor(_host).SignIn(email);
        Read(await visitor.Open(made.Page)).QuerySelector("h1")!.TextContent.ShouldBe("No health check has closed yet");
        (await visitor.Submit(made.Page + "/new", ("period", ""), ("opensOn", "2026-11-21"), ("closesOn", "2026-11-22"))).MustBe(422);
        Location(await visitor.Submit(made.Page + "/new", ("period", "Winter"), ("opensOn", "2026-11-21"), ("closesOn", "2026-12-04")))
            .ShouldBe(made.Page);
        var link = Read(await visitor.Open(made.Page)).QuerySelector("#rounds tbody a")!.GetAttribute("href")!;
        Read(await visitor.Open(link)).QuerySelector("h1")!.TextContent.ShouldBe("Health check “Winter”");
        Location(await visitor.Submit(link + "/cancel", ("reason", "Wrong dates."))).ShouldBe(made.Page);
        Read(await visitor.Open(made.Page)).QuerySelector("#rounds tbody tr")!.TextContent.ShouldContain("cancelled");

        var (_, other) = await Visitor.Invited(_host, Role.Officer, made.Community);
        (await (await new Visitor(_host).SignIn(other)).Open(made.Page + "/new")).MustBe(403);
    }

    [DatabaseFact]
    public async Task The_page_says_the_result_as_a_sentence_and_shows_the_spread_beside_the_middle_value()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "stronglyAgree");
        await made.AnswerAll(made.Community, "agree", ("powerBalanceAndEquity", "disagree"));
        await made.Close();
        var (_, email) = await Visitor.Invited(_host);
        var visitor = await new Visitor(_host).SignIn(email);
        var page = Read((await visitor.Open(made.Page)).MustBe(200));
        page.QuerySelector("h1")!
            .TextContent.ShouldBe(
                "Members agree most on Trust and transparency (4.5 of 5) and least on Power balance and equity (3.5 of 5)"
            );
        var row = page.QuerySelector("#latest tbody tr:nth-child(2)")!.TextContent;
        row.ShouldContain("3.5");
        row.ShouldContain("2 to 5");
        row.ShouldContain("roles: 2 to 5");
        page.QuerySelectorAll("#latest svg rect").ShouldNotBeEmpty();

        var round = Read((await visitor.Open($"{made.Page}/{made.Round.Value}")).MustBe(200));
        round.Body!.TextContent.ShouldContain("too few answers", customMessage: "of the funder");
        round.Body!.TextContent.ShouldContain("Community and lead members differ most on Power balance and equity: community 2, lead 5.");
        var health = Read(await visitor.Open($"/partnerships/{made.Partnership.Value}")).QuerySelector("#health")!;
        health.TextContent.ShouldContain("Members agree most on Trust and transparency");
        health.QuerySelectorAll("tbody tr").Length.ShouldBe(2, "the highest and the lowest");
        health.QuerySelector("tbody tr:last-child")!.TextContent.ShouldContain("roles: 2 to 5");
    }

    [DatabaseFact]
    public async Task The_page_says_when_the_next_health_check_opens_by_itself_and_a_form_sets_it()
    {
        var made = await Checked.Make(_host, hasRound: false);
        var (_, email) = await Visitor.Invited(_host, Role.Officer, made.Lead);
        var visitor = await new Visitor(_host).SignIn(email);
        Read(await visitor.Open(made.Page)).QuerySelector("#plan")!.TextContent.ShouldStartWith("No health check opens by itself.");
        (await visitor.Submit(made.Page + "/plan", ("months", "half"), ("opensOn", "2026-12-01"))).MustBe(422);
        (await visitor.Submit(made.Page + "/plan", ("months", "0"), ("opensOn", "2026-12-01"))).MustBe(422);
        Location(await visitor.Submit(made.Page + "/plan", ("months", "6"), ("opensOn", "2026-12-01"))).ShouldBe(made.Page);
        Read(await visitor.Open(made.Page))
            .QuerySelector("#plan")!
            .TextContent.ShouldBe("A health check opens by itself every 6 months. The next one opens on 1 December 2026.");
        var form = Read((await visitor.Open(made.Page + "/plan")).MustBe(200));
        (Value(form, "months"), Value(form, "opensOn")).ShouldBe(("6", "2026-12-01"));
        Location(await visitor.Submit(made.Page + "/plan", ("months", ""), ("opensOn", ""))).ShouldBe(made.Page);
        Read(await visitor.Open(made.Page)).QuerySelector("#plan")!.TextContent.ShouldStartWith("No health check opens by itself.");
    }

    [DatabaseFact]
    public async Task A_page_takes_at_most_eight_SQL_commands_and_names_members_that_nobody_answers_for()
    {
        var made = await Checked.Make(_host);
        await made.AnswerAll(made.Lead, "agree");
        var silent = await _host.Send(new RegisterOrganization("Fishers of Cox", "22", "BD", "Asia/Dhaka"));
        await _host.Send(new AddMember(made.Partnership, silent, MemberRole.Knowledge));
        var (_, email) = await Visitor.Invited(_host, Role.Officer, made.Lead);
        var visitor = await new Visitor(_host).SignIn(email);
        var round = $"{made.Page}/{made.Round.Value}";
        var open = Read((await visitor.Open(round)).MustBe(200)).QuerySelector("#not-asked")!;
        open.QuerySelector("h2")!.TextContent.ShouldBe("Nobody answers for one member");
        open.TextContent.ShouldContain("Fishers of Cox");

        await made.Close();
        visitor = await new Visitor(_host).SignIn(email);
        string[] pages = [made.Page, round, made.Page + "/plan", made.Page + "/new"];
        foreach (var page in pages)
        {
            var commands = await _host.Sql.During(async () => (await visitor.Open(page)).MustBe(200));
            commands.Count.ShouldBeInRange(1, 8, page + Environment.NewLine + string.Join(Environment.NewLine, commands));
        }

        Read(await visitor.Open(round)).QuerySelector("#not-asked")!.TextContent.ShouldContain("They were members by the last day");
    }

    [DatabaseFact]
    public async Task A_round_leads_to_the_questionnaire_in_the_version_that_it_was_opened_with()
    {
        var made = await Checked.Make(_host);
        var answer = Read((await made.Open((await made.Tokens())[0])).MustBe(200));
        var link = answer.QuerySelector("a[href*='version']")!.GetAttribute("href")!;
        link.ShouldBe("/health-check?version=1");
        using var anybody = _host.Client(null);
        var says = Read((await anybody.Get(link)).MustBe(200)).QuerySelectorAll(".asks li").Select(li => li.LastElementChild!.TextContent);
        foreach (var (legend, sentence) in answer.QuerySelectorAll("legend").Select(l => l.TextContent).Zip(says))
            sentence.ShouldContain(legend.Trim());
        (await anybody.Get("/health-check?version=99")).MustBe(404);

        var (_, email) = await Visitor.Invited(_host);
        var visitor = await new Visitor(_host).SignIn(email);
        Read(await visitor.Open($"{made.Page}/{made.Round.Value}")).QuerySelector($"a[href='{link}']").ShouldNotBeNull();
    }

    [DatabaseFact]
    public async Task Everybody_may_read_the_questionnaire()
    {
        using var anybody = _host.Client(null);
        var page = Read((await anybody.Get("/health-check")).MustBe(200));
        page.QuerySelectorAll(".asks li").Length.ShouldBe(10);
        page.QuerySelector("#sources")!.TextContent.ShouldContain("Milbank Quarterly");
        page.QuerySelector("#rules")!.TextContent.ShouldContain("at least 3 answers");
    }

    private static string Location(Answer answer) => answer.MustBe(303).Headers.Location!.ToString();
}
