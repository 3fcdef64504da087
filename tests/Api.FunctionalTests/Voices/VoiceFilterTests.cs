using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class VoiceFilterOnSqlite(OnSqlite fixture) : VoiceFilterTests(fixture), IClassFixture<OnSqlite>;

public sealed class VoiceFilterOnPostgreSql(OnPostgreSql fixture) : VoiceFilterTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Voices that differ from what was reported are a filter and a figure everywhere.</summary>
public abstract class VoiceFilterTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task Commitments_are_filtered_by_what_communities_say()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        await Found(place, none: 1);
        await place.Give("cannotSay");
        await Found(place, any: 1);
        await place.Give("confirms");
        await Found(place, any: 1, confirming: 1);
        await place.Give("partly");
        await Found(place, any: 1, diverging: 1);
        var disputes = await place.Give("disputes");
        await Found(place, any: 1, diverging: 1);
        (await _secretariat.Post($"{place.Url}/voices/{disputes.Id}/hide", new { reason = "A name." })).MustBe(200);
        await Found(place, none: 1);
    }

    [DatabaseFact]
    public async Task A_voice_differs_only_from_what_is_reported_complete_accepted_or_closed()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var partial = await _host.Send(new ReportProgress(place.Id, TestClock.Day("2026-11-20"), "Some.", 3));
        await place.Give(others: ("claimId", partial.Value));
        await Found(place, any: 1);
        await _host.Send(new AcceptProgressReport(place.Id, partial));
        await Found(place, any: 1, diverging: 1);

        var other = await Neighbourhood.MakeAsync(_host);
        await _host.Close(other.Id, ClosingOutcome.Completed, "2026-11-20");
        await other.Give(others: [("claimKind", "closing"), ("claimId", other.Id.Value)]);
        await Found(other, any: 1, diverging: 1);
        await _host.Send(new ReopenCommitment(other.Id, "It was another one."));
        await Found(other, any: 1);

        foreach (var outcome in new[] { ClosingOutcome.PartlyCompleted, ClosingOutcome.NotCompleted })
        {
            var partly = await Neighbourhood.MakeAsync(_host);
            await _host.Close(partly.Id, outcome, "2026-11-20");
            await partly.Give("confirms", others: [("claimKind", "closing"), ("claimId", partly.Id.Value)]);
            await Found(partly, any: 1, confirming: 1);
            await partly.Give("partly", others: [("claimKind", "closing"), ("claimId", partly.Id.Value)]);
            await Found(partly, any: 1, diverging: 1);
        }
    }

    [DatabaseFact]
    public async Task A_voice_on_a_closing_belongs_to_that_closing_and_not_to_the_next_after_a_reopening()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        await _host.Close(place.Id, ClosingOutcome.Completed, "2026-11-19");
        var first = (await _secretariat.Get(place.Url))["closingId"].GetGuid();
        var old = await place.Give(others: [("claimKind", "closing"), ("claimId", first)]);
        (await _secretariat.Get(place.Page)).Text.ShouldContain("On the closing of 19 November 2026");
        var token = await place.InviteWith("closing@phone.example", Closing(first));

        await _host.Send(new ReopenCommitment(place.Id, "It was another one."));
        (await _secretariat.Get(place.Url))["closingId"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await place.Key.Post(place.Url + "/voices", Body(first))).MustRefuse(422, "voice.claimEnded");
        await _host.Close(place.Id, ClosingOutcome.Completed, "2026-11-20");
        var second = (await _secretariat.Get(place.Url))["closingId"].GetGuid();
        second.ShouldNotBe(first);
        await Found(place, any: 1);
        var read = (await _secretariat.Get($"{place.Url}/voices/{old.Id}")).MustBe(200);
        (read["claimAsOf"].GetString(), read["claimStands"].GetBoolean()).ShouldBe(("2026-11-19", false));
        var page = (await _secretariat.Get(place.Page)).Text;
        page.ShouldContain("On the closing of 19 November 2026, which was undone");
        (await _secretariat.Get($"{place.Page}/voices/{old.Id}")).MustBe(200).Text.ShouldContain("A closing that was undone since");
        (await place.Key.Post(place.Url + "/voices", Body(first))).MustRefuse(422, "voice.claimEnded");
        (await place.Key.Post(place.Url + "/voices", Body(Guid.NewGuid()))).MustRefuse(404, "voiceClaim.notFound");
        using var browser = _host.Client(null);
        (await browser.Get("/voice/" + token)).MustBe(200).Text.ShouldContain("A closing that was undone since");

        (await place.Key.Get("/api/v1/voices/claims?kind=closing&commitmentId=" + place.Id.Value))
            .Items.ShouldHaveSingleItem()
            .GetProperty("id")
            .GetGuid()
            .ShouldBe(second);
        (await place.Key.Post(place.Url + "/voices", Body(second))).MustBe(201);
        await Found(place, any: 1, diverging: 1);
        var counted = (await _secretariat.Get($"/api/v1/exports/commitments/{place.Id.Value}/voices/claims.csv")).Text;
        counted.ShouldContain("2026-11-19");
        counted.ShouldContain("2026-11-20");

        object Body(Guid closing) => place.Body(others: [("claimKind", "closing"), ("claimId", closing)]);

        object Closing(Guid closing) =>
            new
            {
                commitmentId = place.Id.Value,
                claimKind = "closing",
                claimId = closing,
                email = "closing@phone.example",
            };
    }

    [DatabaseFact]
    public async Task Each_commitment_in_a_list_has_the_number_of_voices_that_differ()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        await place.Give("partly");
        using var other = _host.Client(await _host.Key(await _host.Organization("Other neighbours"), "community"));
        (await other.Post(place.Url + "/voices", place.Body("disputes"))).MustBe(201);
        var (_, _, amina) = await place.Person();
        (await amina.Post(place.Url + "/voices", place.Body("confirms"))).MustBe(201);

        var filter = "?organizationId=" + place.Accountable.Value;
        (await _secretariat.Get("/api/v1/commitments" + filter))
            .Items.ShouldHaveSingleItem()
            .GetProperty("voicesDiffering")
            .GetInt32()
            .ShouldBe(2);
        (await _secretariat.Get("/commitments" + filter)).Text.ShouldContain(
            $"{place.Page}/voices\">2 voices differ from what was reported"
        );
        var table = (await _secretariat.Get("/api/v1/exports/commitments.csv" + filter)).Text;
        table.ShouldContain("voicesCannotSay,voicesDiffering");
        table.ShouldContain(",1,1,1,0,2");
    }

    [DatabaseFact]
    public async Task The_overview_the_list_the_export_and_the_mail_to_the_board_say_the_same_number()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        await place.Give("disputes");
        var overview = await _host.Send(new GetOverview());
        overview.VoicesDiffer.ShouldBeGreaterThan(0);
        (await _secretariat.Get("/api/v1/commitments?voices=diverging&accepted=true"))["total"].GetInt32().ShouldBe(overview.VoicesDiffer);
        (await _secretariat.Get("/api/v1/dashboard/summary"))["voicesDiffer"].GetInt32().ShouldBe(overview.VoicesDiffer);
        (await _secretariat.Get("/")).Text.ShouldContain("/commitments?voices=diverging");
        var list = (await _secretariat.Get("/commitments?voices=diverging")).MustBe(200);
        list.Text.ShouldContain("voices differ from what was reported");

        var table = (await _secretariat.Get("/api/v1/exports/commitments.csv?organizationId=" + place.Accountable.Value)).Text;
        table.ShouldContain("voicesConfirming,voicesPartly,voicesDisputing,voicesCannotSay");
        table.ShouldContain(",0,0,1,0");
        table.ShouldNotContain("door");

        var schedule = await _host.Send(
            new ScheduleReport(
                "Board",
                AccountabilityReportFrequency.Weekly,
                8,
                "UTC",
                ["board@example.org"],
                Filter: new ReportFilter(place.Partnership.Value, null)
            )
        );
        await _host.Send(new RunReportSchedule(schedule));
        var mail = await _host.Db(db =>
            Task.FromResult(db.Mails.OrderByDescending(m => m.Seq).First(m => m.Recipient == "board@example.org"))
        );
        mail.Text.ShouldContain("On one commitment a voice of a community differs from what was reported.");
        mail.Text.ShouldContain("/commitments?voices=diverging");
        mail.Html.ShouldContain("What communities say");
    }

    [DatabaseFact]
    public async Task A_reviewer_reads_claim_assessment_and_voices_with_their_answers_side_by_side()
    {
        var place = await Neighbourhood.MakeAsync(_host);
        var voice = await place.Give();
        using var officer = _host.Client(await _host.Key(place.Accountable, "officer"));
        (await officer.Post($"{place.Url}/voices/{voice.Id}/reply", new { text = "It was a holiday." })).MustBe(200);
        using var reviewer = _host.Client(await _host.Key(await _host.Organization("University", "80"), "reviewer"));
        string[] pages = [$"{place.Page}/reports/{place.Report.Value}", place.Page + "/assess"];
        foreach (var page in pages)
            await Shows(page);
        await _host.Send(new AssessCommitment(place.Id, CompletionLevel.Limited, "Seen.", TestClock.Day("2026-11-20")));
        await Shows(place.Page + "/close");
        (await _secretariat.Get(place.Page)).Text.ShouldContain("What communities say: one voice differs from what was reported");

        async Task Shows(string page)
        {
            var commands = await _host.Sql.During(async () =>
            {
                var text = (await reviewer.Get(page)).MustBe(200).Text;
                text.ShouldContain("The door was closed on both Fridays.", Case.Sensitive, page);
                text.ShouldContain("It was a holiday.");
                text.ShouldContain("1 disputes");
            });
            commands.Count.ShouldBeLessThanOrEqualTo(8, page);
        }
    }

    private async Task Found(Neighbourhood place, int diverging = 0, int confirming = 0, int any = 0, int none = 0)
    {
        foreach (var (filter, count) in new[] { ("diverging", diverging), ("confirming", confirming), ("any", any), ("none", none) })
            (await _secretariat.Get($"/api/v1/commitments?voices={filter}&organizationId={place.Accountable.Value}"))["total"]
                .GetInt32()
                .ShouldBe(count, filter);
    }
}
