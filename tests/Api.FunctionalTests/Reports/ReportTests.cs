using System.Text.Json;
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
                "○ due within 90 days: 0. There is no upcoming deadline.",
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
}
