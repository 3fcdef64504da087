using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Reports;

public sealed class ReportsOnSqlite(OnSqlite fixture) : ReportTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReportsOnPostgreSql(OnPostgreSql fixture) : ReportTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ReportTests(HostFixture fixture)
{
    private const string Schedules = "/api/v1/accountability-reports/schedules";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_schedule_shows_when_it_runs_next()
    {
        var schedule = (await _secretariat.Post(Schedules, Bodies.Schedule())).MustBe(201);
        schedule["nextRunAt"].GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-11-30T07:00:00Z"));
        schedule["frequency"].GetString().ShouldBe("monthly");
        schedule["timeZone"].GetString().ShouldBe("Europe/Zurich");
        var url = schedule.Headers.Location!.ToString();
        (await _secretariat.Get(url)).MustBe(200).Text.ShouldBe(schedule.Text);

        (await _secretariat.Delete(url)).MustBe(204);
        (await _secretariat.Get(url)).MustBe(200)["nextRunAt"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [DatabaseTheory]
    [InlineData("dayOfMonth", "32", 400, "request.invalid")]
    [InlineData("hour", "24", 400, "request.invalid")]
    [InlineData("recipients", "[]", 400, "request.invalid")]
    [InlineData("recipients", "[\"nobody\"]", 400, "request.invalid")]
    [InlineData("recipients", "[\"a@example.org\\r\\nBcc: b@example.org\"]", 400, "request.invalid")]
    [InlineData("language", "\"tlh\"", 400, "request.invalid")]
    [InlineData("frequency", "\"daily\"", 400, "request.invalid")]
    [InlineData("timeZone", "\"Mars/Olympus\"", 422, "reference.unknownTimeZone")]
    [InlineData("filter", "{\"countryCode\":\"XX\"}", 422, "reference.unknownCountry")]
    public async Task What_is_wrong_is_refused(string field, string json, int status, string code) =>
        (await _secretariat.Post(Schedules, Bodies.Schedule().With(field, JsonElement.Parse(json)))).MustRefuse(status, code);

    [DatabaseFact]
    public async Task An_accountability_report_is_mailed_to_each_recipient_and_never_changes()
    {
        var own = await _host.Organization("Green <Delta> & friends", timeZone: "UTC");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Ministry", "10"));
        await _host.ActiveCommitment(partnership, own, "2026-11-20", "Wells for <everybody>", "2026-11-01");
        var schedule = (
            await _secretariat.Post(
                Schedules,
                Bodies
                    .Schedule()
                    .With("recipients", new[] { "board@example.org", "chair@example.org" })
                    .With("filter", new { partnershipId = partnership.Value })
            )
        ).MustBe(201);

        var report = (await _secretariat.Post($"{Schedules}/{schedule.Id}/run")).MustBe(201);
        report.Headers.Location!.ToString().ShouldBe($"/api/v1/accountability-reports/{report.Id}");
        report["recipients"].GetInt32().ShouldBe(2);
        report["snapshot"].GetProperty("overview").GetProperty("overdue").GetInt32().ShouldBe(1);
        report["html"].GetString()!.ShouldContain("Wells for &lt;everybody&gt;");
        report["html"].GetString()!.ShouldNotContain("<script", Case.Insensitive);
        var lines = report["text"].GetString()!.ReplaceLineEndings("\n").Split('\n');
        foreach (
            var line in new[]
            {
                "The only commitment is overdue, by 1 day",
                "▲ commitment overdue: 1. Accepted commitments: 1.",
                "▲ milestone overdue: 1. Milestones in total: 1.",
                "○ due within 90 days: 0. There is no upcoming due date.",
                "✓ completed or partly completed: 0. No commitment is reported complete and awaiting review.",
                "Less than 1 year: 1",
                "- Wells for <everybody> (Green <Delta> & friends, Bangladesh): due on 20 Nov 2026, overdue by 1 day",
                "No milestone was completed.",
            }
        )
            lines.ShouldContain(line);

        await _host.Send(new DeliverMail());
        var mails = Directory
            .GetFiles(_host.MailFolder, "*.eml")
            .Select(File.ReadAllText)
            .Where(m => m.Contains("example.org", StringComparison.Ordinal))
            .ToList();
        mails.Count(m => m.Contains("To: board@example.org", StringComparison.Ordinal)).ShouldBe(1);
        mails.Count(m => m.Contains("To: chair@example.org", StringComparison.Ordinal)).ShouldBe(1);
        mails.ShouldAllBe(m =>
            m.Contains("multipart/alternative", StringComparison.Ordinal)
            && m.Contains("text/html", StringComparison.Ordinal)
            && m.Contains("Message-ID:", StringComparison.OrdinalIgnoreCase)
        );
        (await _host.Send(new DeliverMail())).ShouldBe(0, "nothing is sent twice");

        await _host.ActiveCommitment(partnership, own, "2026-11-20", "Another");
        (await _secretariat.Get($"/api/v1/accountability-reports/{report.Id}")).MustBe(200).Text.ShouldBe(report.Text);

        // The next accountability report shows what changed since.
        var next = (await _secretariat.Post($"{Schedules}/{schedule.Id}/run")).MustBe(201)["snapshot"];
        next.GetProperty("previousOverdue").GetInt32().ShouldBe(1);
        next.GetProperty("overview").GetProperty("overdue").GetInt32().ShouldBe(2);
        (await _secretariat.Get($"/api/v1/accountability-reports?scheduleId={schedule.Id}")).MustBe(200).Items.Length.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_schedule_is_revised_by_whoever_has_seen_its_latest_version()
    {
        var made = (await _secretariat.Post(Schedules, Bodies.Schedule())).MustBe(201);
        var url = made.Headers.Location!.ToString();
        var changed = Bodies.Schedule().With("hour", 6).With("recipients", new[] { "chair@example.org" });
        var revised = (await Put(url, changed, made.Tag)).MustBe(200);
        revised["nextRunAt"].GetDateTimeOffset().ShouldBe(TestClock.Instant("2026-11-30T05:00:00Z"));
        revised["recipients"][0].GetString().ShouldBe("chair@example.org");
        (await Put(url, changed, made.Tag)).MustRefuse(412, "request.versionMoved");
        (await Put(url, Bodies.Schedule().With("hour", 24), revised.Tag)).MustRefuse(400, "request.invalid");

        (await _secretariat.Delete(url)).MustBe(204);
        (await _secretariat.Post(url + "/resume")).MustBe(200)["nextRunAt"].ValueKind.ShouldBe(JsonValueKind.String);
        var told = (await _secretariat.Get("/api/v1/history?limit=3")).Items.Select(line => line.GetProperty("text").GetString());
        told.ShouldBe([
            "The secretariat resumed the schedule of the accountability report “Board”.",
            "The secretariat stopped the schedule of the accountability report “Board”.",
            "The secretariat revised the schedule of the accountability report “Board”.",
        ]);
    }

    [DatabaseFact]
    public async Task A_preview_shows_the_mail_and_a_test_sends_it_to_nobody_but_the_person_who_asks()
    {
        var url = (await _secretariat.Post(Schedules, Bodies.Schedule())).MustBe(201).Headers.Location!.ToString();
        var id = url.Split('/')[^1];
        var preview = (await _secretariat.Get(url + "/preview")).MustBe(200);
        preview["html"].GetString()!.ShouldContain(preview["subject"].GetString()!);
        (await _secretariat.Post(url + "/test")).MustRefuse(422, "reportSchedule.testNeedsPerson");

        var (_, email) = await Visitor.Invited(_host, Domain.Access.Role.Secretariat);
        var person = await new Visitor(_host).SignIn(email);
        var before = await Mails();
        var sent = (await person.Http.Post(url + "/test")).MustBe(200);
        sent["recipient"].GetString().ShouldBe(email);
        var mail = (await Mails()).Except(before).ShouldHaveSingleItem();
        (mail.Recipient, mail.Subject, mail.ReportId).ShouldBe((email, "[Test] " + preview["subject"].GetString(), null));

        (await _secretariat.Get($"/api/v1/accountability-reports?scheduleId={id}")).Items.ShouldBeEmpty("a test is no report");
        for (var i = 1; i < MailAllowance.MaxToOneAddress; i++)
            (await person.Http.Post(url + "/test")).MustBe(200);
        (await person.Http.Post(url + "/test")).MustRefuse(422, "mail.tooManyToOne");
    }

    [DatabaseFact]
    public async Task The_archive_says_to_how_many_recipients_a_report_was_delivered()
    {
        var schedule = (
            await _secretariat.Post(Schedules, Bodies.Schedule().With("recipients", new[] { "a@example.org", "b@example.org" }))
        ).MustBe(201);
        (await _secretariat.Post($"{Schedules}/{schedule.Id}/run")).MustBe(201);
        (await Archived()).ShouldBe((2, 0));
        await _host.Send(new DeliverMail());
        (await Archived()).ShouldBe((2, 2));

        async Task<(int, int)> Archived()
        {
            var report = (await _secretariat.Get($"/api/v1/accountability-reports?scheduleId={schedule.Id}")).Items.ShouldHaveSingleItem();
            return (report.GetProperty("recipients").GetInt32(), report.GetProperty("delivered").GetInt32());
        }
    }

    [DatabaseFact]
    public async Task One_accountability_report_is_sent_however_many_were_missed()
    {
        var schedule = (await _secretariat.Post(Schedules, Bodies.Schedule())).MustBe(201);
        _host.Clock.Set("2027-03-15T00:00:00Z");
        await _host.Send(new SendDueReports());
        await _host.Send(new SendDueReports());
        (await _secretariat.Get($"/api/v1/accountability-reports?scheduleId={schedule.Id}")).MustBe(200).Items.Length.ShouldBe(1);
        (await _secretariat.Get($"{Schedules}/{schedule.Id}"))["nextRunAt"]
            .GetDateTimeOffset()
            .ShouldBe(TestClock.Instant("2027-03-31T06:00:00Z"));
        _host.Clock.Now = TestClock.Start;
    }

    private async Task<Answer> Put(string url, object body, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await _secretariat.Ask(request);
    }

    private Task<List<(string Recipient, string Subject, Domain.Reports.AccountabilityReportId? ReportId, Guid Id)>> Mails() =>
        _host.Db(async db =>
            (await db.Mails.AsNoTracking().ToListAsync()).ConvertAll(m => (m.Recipient, m.Subject, m.ReportId, m.Id.Value))
        );
}
