using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

public sealed class OperationsPagesOnSqlite(OnSqlite fixture) : OperationsPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class OperationsPagesOnPostgreSql(OnPostgreSql fixture) : OperationsPageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The pages of reports, schedules, history, audit, work in the background, calendars and webhooks.</summary>
public abstract class OperationsPageTests(HostFixture fixture) : IAsyncLifetime
{
    private static readonly (string, string)[] Terms =
    [
        ("name", "Board"),
        ("frequency", "weekly"),
        ("dayOfWeek", "friday"),
        ("hour", "6"),
        ("timeZone", "UTC"),
        ("language", "en"),
        ("recipients", "board@example.org\r\nchair@example.org"),
        ("filter.sdgGoal", "13"),
    ];

    private readonly TrackerHost _host = fixture.Host;
    private Visitor _secretary = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        (_, _address) = await Visitor.Invited(_host, Role.Secretariat);
        _secretary = await new Visitor(_host).SignIn(_address);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_schedule_is_made_previewed_tested_run_stopped_and_resumed()
    {
        var schedule = await Made("/schedules/new", Terms);
        var page = await Page(schedule);
        page.Body!.TextContent.ShouldContain("Weekly. Day: Friday, time: 06:00 (UTC)");
        page.Body.TextContent.ShouldContain("13 Climate action");

        (await Page(schedule + "/preview")).QuerySelector("iframe")!.GetAttribute("src").ShouldBe(schedule + "/preview/mail");
        (await Send(schedule + "/test")).MustBe(303);
        var test = await _host.Db(db => db.Mails.Where(m => m.Recipient == _address).OrderByDescending(m => m.Seq).FirstAsync());
        test.Subject.ShouldStartWith("[Test] ");

        (await Page(schedule + "/run")).Body!.TextContent.ShouldContain("sent to 2 recipients");
        var report = (await Send(schedule + "/run")).MustBe(303).Headers.Location!.OriginalString;
        (await Page(report)).QuerySelector("iframe")!.GetAttribute("src").ShouldBe(report + "/mail");
        (await Page("/accountability-reports")).QuerySelectorAll($"a[href='{report}']").ShouldHaveSingleItem();

        (await Send(schedule + "/stop")).MustBe(303);
        page = await Page(schedule);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("stopped");
        page.QuerySelectorAll($"a[href='{schedule}/stop']").ShouldBeEmpty();
        (await Send(schedule + "/resume")).MustBe(303);
        (await Page(schedule)).QuerySelectorAll($"a[href='{schedule}/stop']").ShouldHaveSingleItem();
    }

    [DatabaseFact]
    public async Task A_wrong_recipient_is_named_and_everything_typed_stays()
    {
        var page = Read(
            (
                await Send(
                    "/schedules/new",
                    [.. Terms.Where(t => t.Item1 is not ("name" or "recipients")), ("recipients", "nobody\nchair@example.org")]
                )
            ).MustBe(422)
        );
        page.QuerySelectorAll("[role=alert] li a").Select(a => a.GetAttribute("href")).ShouldBe(["#name", "#recipients"]);
        page.GetElementById("recipients-error")!.TextContent.ShouldContain("nobody");
        page.GetElementById("recipients")!.TextContent.ShouldBe("nobody\nchair@example.org");
        page.QuerySelector("[name='filter.sdgGoal'] option[selected]")!.GetAttribute("value").ShouldBe("13");
    }

    [DatabaseFact]
    public async Task Revising_a_schedule_shows_what_another_person_saved_meanwhile()
    {
        var schedule = await Made("/schedules/new", Terms);
        var id = new ReportScheduleId(Guid.Parse(schedule.Split('/')[^1]));
        var form = await Page(schedule + "/edit");
        form.GetElementById("recipients")!.TextContent.ShouldBe("board@example.org\nchair@example.org");
        var version = VersionIn(form);
        await _host.Send(
            new ReviseReportSchedule(id, "Theirs", AccountabilityReportFrequency.Monthly, 7, "UTC", ["board@example.org"], DayOfMonth: 2)
        );

        var page = Read((await Send(schedule + "/edit", [.. Terms, ("form-version", version)])).MustBe(409));
        page.QuerySelectorAll(".theirs").Select(t => t.TextContent).ShouldContain(t => t.Contains("Theirs", StringComparison.Ordinal));
        (await Send(schedule + "/edit", [.. Terms, ("form-version", VersionIn(page))])).MustBe(303);
        (await _host.Send(new GetReportSchedule(id))).Name.ShouldBe("Board");
    }

    [DatabaseFact]
    public async Task A_mail_is_shown_in_a_frame_with_a_policy_of_its_own()
    {
        var schedule = await Made("/schedules/new", Terms);
        var report = (await Send(schedule + "/run")).MustBe(303).Headers.Location!.OriginalString;
        foreach (var page in new[] { report, schedule + "/preview" })
        {
            var policy = Policy(await _secretary.Open(page));
            policy.ShouldContain("frame-src 'self'");
            policy.ShouldNotContain("unsafe");
        }

        foreach (var mail in new[] { report + "/mail", schedule + "/preview/mail" })
        {
            var answer = (await _secretary.Open(mail)).MustBe(200);
            var policy = Policy(answer);
            policy.ShouldStartWith("default-src 'none'; style-src 'unsafe-inline';");
            policy.ShouldContain("sandbox");
            policy.ShouldNotContain("allow-scripts");
            policy.ShouldNotContain("allow-same-origin");
            answer.Text.ShouldContain("<base target=\"_blank\">");
        }
    }

    [DatabaseFact]
    public async Task Only_who_may_make_schedules_is_led_to_them()
    {
        (await Page("/accountability-reports")).QuerySelectorAll("main a[href='/schedules']").ShouldHaveSingleItem();
        var board = await new Visitor(_host).SignIn((await Visitor.Invited(_host)).Email);
        Read((await board.Open("/accountability-reports")).MustBe(200)).QuerySelectorAll("main a[href='/schedules']").ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_history_is_filtered_downloaded_and_leads_to_what_changed()
    {
        var organization = await _host.Organization("Filtered");
        await Made("/schedules/new", Terms);
        var page = await Page($"/history?event=organizationRegistered&organizationId={organization.Value}&from=&to=");
        page.QuerySelectorAll(".log li").ShouldHaveSingleItem().TextContent.ShouldContain("Filtered");
        page.QuerySelector(".log a")!.GetAttribute("href").ShouldBe($"/organizations/{organization.Value}");
        var download = page.QuerySelector("a[href^='/exports/history.csv']")!.GetAttribute("href")!;
        download.ShouldNotContain("from=");
        (await _secretary.Open(download)).MustBe(200).Text.Trim().Split('\n').Length.ShouldBe(2);

        var wrong = Read((await _secretary.Open("/history?from=soon")).MustBe(422));
        wrong.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#from");
        (await Page("/history?event=commitmentAccepted&to=1999-01-01")).QuerySelector(".empty").ShouldNotBeNull();
        Encoding.UTF8.GetByteCount((await _secretary.Open("/history")).Text).ShouldBeLessThan(150_000);
    }

    [DatabaseFact]
    public async Task The_history_can_be_filtered_by_who_changed_something()
    {
        await Made("/schedules/new", Terms);
        var me = await _host.Db(db => db.Users.SingleAsync(u => u.Email == _address));
        var page = await Page($"/history?actorId={me.Id.Value}");
        page.QuerySelectorAll(".log li").ShouldHaveSingleItem().TextContent.ShouldContain("Board");
        page.QuerySelector("#actorId option[selected]")!.GetAttribute("value").ShouldBe(me.Id.Value.ToString());
    }

    [DatabaseFact]
    public async Task A_verification_is_asked_for_watched_and_read()
    {
        await _host.Send(new RunAuditVerifications());
        await _host.Send(new SealHistory());
        var verification = await Made("/audit", ("head", ""));
        var page = await Page(verification);
        page.QuerySelector("meta[http-equiv=refresh]").ShouldNotBeNull();
        page.QuerySelector("h1")!.TextContent.ShouldBe("The history is being verified");
        (await Page("/audit")).QuerySelector("button.primary").ShouldBeNull("one at a time");
        (await Send("/audit", ("head", ""))).MustBe(422).Text.ShouldContain("being verified already");

        await _host.Send(new RunAuditVerifications());
        page = await Page(verification);
        page.QuerySelector("meta[http-equiv=refresh]").ShouldBeNull();
        page.QuerySelector("h1")!.TextContent.ShouldBe("The history is intact");
        (await Page("/audit")).QuerySelector("h1")!.TextContent.ShouldStartWith("The history was intact when it was last verified");
        Read((await Send("/audit", ("head", "5f3c"))).MustBe(422)).QuerySelector("#head")!.GetAttribute("value").ShouldBe("5f3c");
    }

    [DatabaseFact]
    public async Task What_a_verification_found_is_named()
    {
        var own = await _host.Organization("Own");
        var commitment = await _host.Draft(await _host.ActivePartnership(own, await _host.Organization("Other")), own, "2027-06-30");
        await MoveSilently(commitment, "2029-06-30");
        await _host.Send(new RunAuditVerifications());
        var verification = await Made("/audit");
        await _host.Send(new RunAuditVerifications());

        var page = await Page(verification);
        page.QuerySelector("h1")!.TextContent.ShouldContain("not intact");
        page.QuerySelectorAll($"a[href='/commitments/{commitment.Value}']").ShouldNotBeEmpty();
        page.Body!.TextContent.ShouldContain("2029-06-30");
        (await Page("/audit")).QuerySelector("h1")!.TextContent.ShouldContain("not intact");
        await MoveSilently(commitment, "2027-06-30");
    }

    [DatabaseFact]
    public async Task Work_that_stopped_is_tried_again_or_dropped_with_a_reason()
    {
        var (first, second) = (await Parked("smtp.550"), await Parked("NullReferenceException"));
        var page = await Page("/deferred");
        page.Body!.TextContent.ShouldContain("The mail server refused it with the code 550.");
        page.Body.TextContent.ShouldContain("An error in the program: NullReferenceException.");
        page.QuerySelectorAll("a[href='/jobs']").ShouldNotBeEmpty();

        (await Send($"/deferred/{first}/retry")).MustBe(303);
        (await _host.Send(new GetDeferredWork(new DeferredWorkId(first)))).State.ShouldBe(DeferredState.Waiting);
        Read((await Send($"/deferred/{second}/drop", ("reason", ""))).MustBe(422)).QuerySelector("#reason-error").ShouldNotBeNull();
        (await Send($"/deferred/{second}/drop", ("reason", "Nobody is there."))).MustBe(303);
        (await _secretary.Open($"/deferred/{second}/drop")).MustBe(404);
        (await Page("/history?event=deferredWorkDropped")).Body!.TextContent.ShouldContain("Nobody is there.");
        (await Send($"/deferred/{first}/drop", ("reason", "Nobody is there."))).MustBe(303);
    }

    [DatabaseFact]
    public async Task The_address_of_a_calendar_is_shown_once()
    {
        var organization = (await _host.Organization("Dates")).Value.ToString();
        (string, string)[] fields = [("organizationId", organization), ("form-key", Guid.NewGuid().ToString("n"))];
        var shown = (await Send("/calendars/new", fields)).MustBe(200);
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var address = new Uri(Read(shown).QuerySelector("code")!.TextContent).PathAndQuery;
        (await _host.Client(null).Get(address)).MustBe(200);

        (await Send("/calendars/new", fields)).MustBe(303).Headers.Location!.OriginalString.ShouldBe("/calendars");
        var list = await Page("/calendars");
        list.QuerySelector("[role=status]")!.TextContent.ShouldContain("cannot be shown again");
        list.Body!.InnerHtml.ShouldNotContain(".ics");
        (await Send("/calendars/new")).MustBe(422);

        var revoke = list.QuerySelectorAll("a[href$='/revoke']").Select(a => a.GetAttribute("href")!).First();
        (await Page(revoke)).Body!.TextContent.ShouldContain("cannot be undone");
        (await Send(revoke)).MustBe(303);
        (await _host.Client(null).Get(address)).MustBe(404);
    }

    [DatabaseFact]
    public async Task A_webhook_is_registered_changed_tested_replayed_disabled_and_removed()
    {
        (string, string)[] fields =
        [
            ("url", "https://hooks.example.org/tracker"),
            ("ownerEmail", "ops@example.org"),
            ("description", "Our warehouse"),
            ("events", "commitment.accepted"),
            ("events", "flag.raised"),
            ("form-key", Guid.NewGuid().ToString("n")),
        ];
        var shown = (await Send("/webhooks/new", fields)).MustBe(200);
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        SecretIn(shown).ShouldStartWith("whsec_");
        var webhook = (await Send("/webhooks/new", fields)).MustBe(303).Headers.Location!.OriginalString;
        (await _secretary.Open(webhook)).MustBe(200).Text.ShouldNotContain("whsec_");
        Read((await Send("/webhooks/new", ("url", "ftp://x"), ("events", "flag.raised"))).MustBe(422))
            .QuerySelectorAll("[role=alert] li a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["#url", "#ownerEmail"], ignoreOrder: true);

        var edit = await Page(webhook + "/edit");
        edit.QuerySelectorAll("[name=events][checked]")
            .Select(e => e.GetAttribute("value"))
            .ShouldBe(["commitment.accepted", "flag.raised"]);
        (await Send(webhook + "/edit", [.. fields[..4], ("form-version", VersionIn(edit))])).MustBe(303);
        var id = new WebhookId(Guid.Parse(webhook.Split('/')[^1]));
        (await _host.Send(new GetWebhook(id))).Events.ShouldBe(["commitment.accepted"]);

        (await Send(webhook + "/test")).MustBe(303);
        var replay = (await Page(webhook)).QuerySelector("form[action$='/replay']")!.GetAttribute("action")!;
        (await Send(replay)).MustBe(303);
        SecretIn((await Send(webhook + "/rotate", ("overlapHours", "2"))).MustBe(200)).ShouldStartWith("whsec_");
        Read((await Send(webhook + "/rotate", ("overlapHours", "999"))).MustBe(422))
            .QuerySelector("#overlapHours")!
            .GetAttribute("value")
            .ShouldBe("999");

        (await Send(webhook + "/disable")).MustBe(303);
        (await Page(webhook))
            .QuerySelectorAll("form[action$='/test'], form[action$='/replay']")
            .ShouldBeEmpty("a disabled webhook receives nothing");
        (await Send(webhook + "/test")).MustBe(422);
        (await Send(webhook + "/enable")).MustBe(303);
        (await Send(webhook + "/remove")).MustBe(303);
        (await _secretary.Open(webhook)).MustBe(404);
    }

    [DatabaseFact]
    public async Task Settings_and_security_events_are_read()
    {
        var settings = await Page("/settings");
        settings.Body!.TextContent.ShouldContain("Rules__ReviewDays");
        settings.Body.TextContent.ShouldContain("14 days");
        settings.Body.TextContent.ShouldNotContain(TrackerHost.BootstrapKey);
        (await Page("/security-events?kind=signedIn&userId="))
            .QuerySelectorAll("tbody tr")
            .ShouldAllBe(row => row.TextContent.Contains("signed in", StringComparison.Ordinal));
        (await _secretary.Open("/security-events?kind=nonsense")).MustBe(422);
    }

    /// <summary>Changes the database without the program.</summary>
    private Task<int> MoveSilently(CommitmentId id, string day) =>
        _host.Db(db =>
            db.Commitments.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.DueDate, TestClock.Day(day)))
        );

    private Task<Guid> Parked(string reason) =>
        _host.Db(async db =>
        {
            var (mail, now) = (
                new OutgoingMail("nobody@example.org", "Report", "<p>Report</p>", "Report", _host.Clock.Now),
                _host.Clock.Now
            );
            db.Mails.Add(mail);
            await db.SaveChangesAsync();
            var work = db.DeferredWork.Where(w => w.SubjectId == mail.Id.Value);
            await work.ExecuteUpdateAsync(set =>
                set.SetProperty(w => w.ParkedAt, now).SetProperty(w => w.Reason, reason).SetProperty(w => w.LastTriedAt, now)
            );
            return (await work.Select(w => w.Id).SingleAsync()).Value;
        });

    private async Task<string> Made(string path, params (string, string)[] fields) =>
        (await Send(path, fields)).MustBe(303).Headers.Location!.OriginalString;

    private Task<Answer> Send(string path, params (string, string)[] fields) => _secretary.Submit(path, fields);

    private async Task<IDocument> Page(string path) => Read((await _secretary.Open(path)).MustBe(200));

    private static string VersionIn(IDocument page) => page.QuerySelector("[name=form-version]")!.GetAttribute("value")!;

    private static string SecretIn(Answer answer) => Read(answer).QuerySelector("code")!.TextContent;

    private static string Policy(Answer answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
