using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Dashboard;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

public sealed class ReportFormsOnSqlite(OnSqlite fixture) : ReportFormTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReportFormsOnPostgreSql(OnPostgreSql fixture) : ReportFormTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The form: what it shows, accepts, refuses and stores.</summary>
public abstract class ReportFormTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private readonly Visitor _visitor = new(fixture.Host);

    [DatabaseFact]
    public async Task The_form_is_small_has_a_strict_policy_and_shows_what_is_overdue()
    {
        var commitment = await LinkedCommitment.Make(_host);
        (
            await _secretariat.Post(
                commitment.Url + "/reports",
                new
                {
                    asOf = "2026-07-31",
                    narrative = "Going on.",
                    value = 79,
                }
            )
        ).MustBe(201);
        var answer = (await _visitor.Open(await _visitor.TokenFor(commitment.Id, commitment.Organization))).MustBe(200);
        var page = Html.Read(answer);

        var css = await _secretariat.Get(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        (Encoding.UTF8.GetByteCount(answer.Text) + Encoding.UTF8.GetByteCount(css.MustBe(200).Text)).ShouldBeLessThan(
            50_000,
            "the form with its style sheet"
        );

        answer.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        answer
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'");
        answer.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse();
        page.QuerySelectorAll("script, style, [style], img").ShouldBeEmpty();
        page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .Where(f => page.QuerySelector($"label[for='{f.Id}']") is null)
            .Select(f => f.OuterHtml)
            .ShouldBeEmpty("fields without a label");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Checks at 120 posts");
        foreach (
            var expected in new[]
            {
                "Riverside <Trust>",
                "This commitment was due on 30 September 2026 and is overdue by 52 days.",
                "Last reported value: 79 posts on 31 July 2026, by \u2068Riverside <Trust>\u2069.",
                "Last reported value: 79. Target: 120",
            }
        )
            page.Body!.TextContent.ShouldContain(expected);
        page.QuerySelector("#asOf")!.GetAttribute("value").ShouldBe("2026-11-21", "today, in Dhaka");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [DatabaseFact]
    public async Task Opening_the_form_changes_nothing_because_mail_scanners_open_every_link()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        for (var i = 0; i < 3; i++)
            (await _visitor.Open(token)).MustBe(200);
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty();
        (await _visitor.SendReport(token)).MustBe(303);
    }

    [DatabaseFact]
    public async Task A_progress_report_follows_the_same_rules_and_is_answered_with_a_receipt_and_a_mail()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var form = Visitor.Report();
        foreach (
            var (name, value) in new[]
            {
                ("value", "1 200,5"),
                ("done", "yes"),
                ("evidence", "https://example.org/register"),
                ("barriers", "Rain."),
            }
        )
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent("A register."u8.ToArray()), "file", "..\\register.exe");
        var sent = (await _visitor.Send(token, form)).MustBe(303);
        sent.Headers.Location!.ToString().ShouldBe(Visitor.Address(token));

        var report = (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldHaveSingleItem();
        report.GetProperty("value").GetDecimal().ShouldBe(1200.5m);
        report.GetProperty("reportsCompletion").GetBoolean().ShouldBeTrue();
        report.GetProperty("barriers").GetString().ShouldBe("Rain.");
        var evidence = report.GetProperty("evidence").EnumerateArray().ToList();
        evidence[0].GetProperty("url").GetString().ShouldBe("https://example.org/register");
        evidence[1].GetProperty("fileName").GetString().ShouldBe("register.txt", "a file is what its content says");
        (await _secretariat.Get(commitment.Url))["reportedCompleteOn"].GetString().ShouldBe("2026-11-20");

        var receipt = Html.Read((await _visitor.Open(token)).MustBe(200)).Body!.TextContent;
        foreach (
            var expected in new[]
            {
                "Your progress report was received",
                "21 November 2026, 12:00",
                "1,200.5 posts",
                "Ninety posts measure.",
                "register.txt",
                "5 December 2026",
                report.GetProperty("id").GetString()!,
            }
        )
            receipt.ShouldContain(expected);
        var mail = (await _visitor.Mails())[^1];
        mail.To.ShouldBe("focal@example.org");
        foreach (
            var expected in new[]
            {
                "1,200.5 posts",
                "Ninety posts measure.",
                "2 pieces of evidence",
                "5 December 2026",
                report.GetProperty("id").GetString()!,
            }
        )
            mail.Text.ShouldContain(expected);
    }

    [DatabaseFact]
    public async Task A_second_press_of_the_button_shows_what_was_received_and_when_and_keeps_new_text()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        (await _visitor.SendReport(token)).MustBe(303);

        var again = (await _visitor.SendReport(token)).MustBe(200);
        again.Text.ShouldContain("Your progress report was received");
        again.Text.ShouldNotContain("What you wrote now was not stored");
        (await _visitor.SendReport(token, ("narrative", "Another word."))).MustBe(200);
        var other = (await _visitor.Send(token, ("action", "report"), ("narrative", "Ninety-five!"))).MustBe(200);
        Html.Read(other).QuerySelector("[role=alert] blockquote")!.TextContent.ShouldBe("Ninety-five!");
        (await _secretariat.Get(commitment.Url + "/reports")).Items.Length.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Two_presses_at_the_same_time_create_one_progress_report()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _visitor.SendReport(token)));
        answers.Count(a => a.Status == 303).ShouldBe(1);
        answers
            .Where(a => a.Status != 303)
            .ShouldAllBe(a => a.Status == 200 && a.Text.Contains("Your progress report was received", StringComparison.Ordinal));
        (await _secretariat.Get(commitment.Url + "/reports")).Items.Length.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task If_anything_is_refused_nothing_is_stored_and_the_link_still_works()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var form = Visitor.Report();
        form.Add(new StringContent("https://example.org/kept"), "evidence");
        form.Add(new ByteArrayContent("<script>alert(1)</script>"u8.ToArray()), "file", "photo.jpg");
        var page = Html.Read((await _visitor.Send(token, form)).MustBe(422));

        page.QuerySelector("#file-error")!.TextContent.ShouldContain("PDF, an image");
        page.Body!.TextContent.ShouldContain("The file “photo.jpg” was not stored");
        page.QuerySelector("#evidence")!.GetAttribute("value").ShouldBe("https://example.org/kept");
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty("report, file and link are saved together or not at all");
        (await _secretariat.Get(commitment.Url + "/report-links")).Items[0].GetProperty("state").GetString().ShouldBe("open");
        (await _visitor.SendReport(token)).MustBe(303);
    }

    [DatabaseFact]
    public async Task Errors_are_shown_at_each_field_and_all_input_is_kept()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var answer = await _visitor.Send(
            token,
            ("action", "report"),
            ("value", "1,200"),
            ("asOf", "2027-01-01"),
            ("narrative", " "),
            ("barriers", "Rain & <flood>"),
            ("done", "yes"),
            ("evidence", "register.pdf"),
            ("newDueDate", "2026-09-30"),
            ("reason", "Funding"),
            ("explanation", ""),
            ("colleagueName", "Karim")
        );
        var page = Html.Read(answer.MustBe(422));

        page.QuerySelectorAll("[role=alert] a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["#value", "#asOf", "#narrative", "#evidence", "#newDueDate", "#explanation", "#colleagueEmail"]);
        page.QuerySelector("#value-error")!
            .TextContent.ShouldContain("Write 1200 if you mean thousands, or 1,2000 if you mean a decimal number");
        page.QuerySelector("#asOf-error")!.TextContent.ShouldContain("1 January 2027 is in the future");
        page.QuerySelector("#newDueDate-error")!.TextContent.ShouldContain("after the current due date, 30 September 2026");
        foreach (
            var (field, typed) in new[]
            {
                ("value", "1,200"),
                ("asOf", "2027-01-01"),
                ("evidence", "register.pdf"),
                ("newDueDate", "2026-09-30"),
                ("colleagueName", "Karim"),
            }
        )
        {
            page.QuerySelector("#" + field)!.GetAttribute("value").ShouldBe(typed);
            if (field != "colleagueName")
                page.QuerySelector("#" + field)!.GetAttribute("aria-describedby")!.ShouldContain(field + "-error");
        }

        page.QuerySelector("#barriers")!.TextContent.ShouldBe("Rain & <flood>");
        page.QuerySelector("#done")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("#reason option[selected]")!.GetAttribute("value").ShouldBe("funding");
        page.QuerySelectorAll("details:not([open])").ShouldBeEmpty("what was typed is not folded away");
    }

    [DatabaseTheory]
    [InlineData("value", "ninety", "“ninety” is not a number")]
    [InlineData("asOf", "21.11.2026", "“21.11.2026” is not a date")]
    [InlineData("asOf", "", "This field is required")]
    [InlineData("evidence", "javascript:alert(1)", "begins with http")]
    [InlineData("narrative", "a\u0001b", "cannot be shown")]
    public async Task The_error_of_a_field_names_what_is_allowed_and_what_was_typed(string field, string typed, string expected)
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var fields = new Dictionary<string, string>
        {
            ["action"] = "report",
            ["asOf"] = "2026-11-20",
            ["narrative"] = "Ninety.",
            [field] = typed,
        };
        var page = Html.Read((await _visitor.Send(token, [.. fields.Select(f => (f.Key, f.Value))])).MustBe(422));
        page.QuerySelector($"#{field}-error")!.TextContent.ShouldContain(expected);
    }

    [DatabaseFact]
    public async Task A_file_that_is_too_large_is_refused_and_the_other_input_is_kept()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var form = Visitor.Report();
        form.Add(new ByteArrayContent(new byte[20_000_001]), "file", "film.mp4");
        var page = Html.Read((await _visitor.Send(token, form)).MustBe(422));
        page.QuerySelector("#file-error")!.TextContent.ShouldContain("The file “film.mp4” has 20 MB. A file can have at most 20 MB");
        page.QuerySelector("#narrative")!.TextContent.ShouldBe("Ninety posts measure.");
    }

    [DatabaseFact]
    public async Task A_body_that_is_not_a_form_is_refused_with_a_page()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        (await _visitor.Send(token, json)).MustBe(422).Text.ShouldContain("could not be read");
        using var broken = new StringContent("nonsense", Encoding.UTF8);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await _visitor.Send(token, broken)).MustBe(422).Text.ShouldContain("could not be read");
    }

    [DatabaseFact]
    public async Task A_new_due_date_is_always_a_change_request_and_keeps_the_input_of_the_report()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var answer = await _visitor.Send(
            token,
            ("action", "date"),
            ("narrative", "Half a word"),
            ("asOf", "2026-11-20"),
            ("newDueDate", "2027-01-31"),
            ("reason", "Dependency"),
            ("explanation", "The devices are late.")
        );
        var page = Html.Read(answer.MustBe(200));
        page.Body!.TextContent.ShouldContain("The new due date 31 January 2027 was requested. The decision is due by 5 December 2026");
        page.QuerySelector("#narrative")!.TextContent.ShouldBe("Half a word");
        page.QuerySelector("#newDueDate").ShouldBeNull("one request waits at a time");

        (await _secretariat.Get(commitment.Url))["dueDate"].GetString().ShouldBe("2026-09-30", "the date stays until a reviewer decides");
        var change = (await _secretariat.Get(commitment.Url + "/change-requests")).Items.ShouldHaveSingleItem();
        change.GetProperty("status").GetString().ShouldBe("requested");
        (await _visitor.SendReport(token)).MustBe(303);
    }

    [DatabaseFact]
    public async Task An_earlier_due_date_is_not_accepted_by_report_link()
    {
        var commitment = await LinkedCommitment.Make(_host, due: "2027-06-30");
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        var answer = await _visitor.Send(
            token,
            ("action", "date"),
            ("newDueDate", "2027-01-31"),
            ("reason", "Other"),
            ("explanation", "Earlier.")
        );
        answer.MustBe(422).Text.ShouldContain("after the current due date, 30 June 2027");
        (await _secretariat.Get(commitment.Url + "/change-requests")).Items.ShouldBeEmpty();
        (await _secretariat.Get(commitment.Url))["dueDate"].GetString().ShouldBe("2027-06-30");
    }

    [DatabaseFact]
    public async Task A_progress_report_and_a_change_request_can_be_sent_together()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        (
            await _visitor.SendReport(token, ("newDueDate", "2027-01-31"), ("reason", "Funding"), ("explanation", "The money is late."))
        ).MustBe(303);
        (await _secretariat.Get(commitment.Url + "/change-requests")).Items.ShouldHaveSingleItem();
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldHaveSingleItem();
    }

    [DatabaseFact]
    public async Task A_supporting_organization_reports_for_itself_and_cannot_request_another_due_date()
    {
        var commitment = await LinkedCommitment.Make(_host);
        await _host.Send(new Application.Commitments.AddSupporter(commitment.Id, commitment.Partner));
        var token = await _visitor.TokenFor(commitment.Id, commitment.Partner);
        Html.Read((await _visitor.Open(token)).MustBe(200)).QuerySelector("#newDueDate").ShouldBeNull();
        (
            await _visitor.Send(token, ("action", "date"), ("newDueDate", "2027-01-31"), ("reason", "Other"), ("explanation", "Later."))
        ).MustBe(422);
        (await _secretariat.Get(commitment.Url + "/change-requests")).Items.ShouldBeEmpty();

        (await _visitor.SendReport(token)).MustBe(303);
        (await _secretariat.Get(commitment.Url + "/reports"))
            .Items[0]
            .GetProperty("organizationId")
            .GetGuid()
            .ShouldBe(commitment.Partner.Value);
    }

    [DatabaseFact]
    public async Task A_failure_of_the_database_is_not_blamed_on_another_person()
    {
        var commitment = await LinkedCommitment.Make(_host);
        var token = await _visitor.TokenFor(commitment.Id, commitment.Organization);
        await RefuseReportsAsync("Cannot be stored.");
        var answer = await _visitor.SendReport(token, ("barriers", "Cannot be stored."));
        answer.MustBe(500).Text.ShouldNotContain("Another person");
        (await _secretariat.Get(commitment.Url + "/reports")).Items.ShouldBeEmpty();
        (await _visitor.SendReport(token)).MustBe(303);
    }

    /// <summary>Makes the database itself refuse the reports with these barriers, as it would an invalid row.</summary>
    private Task<int> RefuseReportsAsync(string barriers) =>
        _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                _host.Provider == DatabaseProvider.Sqlite
                    ? $"""
                    CREATE TRIGGER refused BEFORE INSERT ON "ProgressReports" WHEN NEW."Barriers" = '{barriers}'
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """
                    : $$$"""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                    CREATE TRIGGER refused BEFORE INSERT ON "ProgressReports" FOR EACH ROW
                    WHEN (NEW."Barriers" = '{{{barriers}}}') EXECUTE FUNCTION refuse();
                    """
            )
        );
}
