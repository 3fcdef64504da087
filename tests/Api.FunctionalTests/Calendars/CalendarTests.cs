using Ical.Net;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Calendars;

using static TestClock;

public sealed class CalendarsOnSqlite() : CalendarTests(Infrastructure.Persistence.DatabaseProvider.Sqlite);

public sealed class CalendarsOnPostgreSql() : CalendarTests(Infrastructure.Persistence.DatabaseProvider.PostgreSql);

public abstract class CalendarTests(Infrastructure.Persistence.DatabaseProvider provider) : IAsyncLifetime
{
    private const string Calendars = "/api/v1/calendars";
    private TrackerHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider);
        _world = await World.Create(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_calendar_shows_deadlines_as_all_day_events_until_it_is_revoked()
    {
        var id = await _world.ActiveId(Whose.Own);
        var opened = (await _world.As("officer").Post(Calendars)).MustBe(201);
        var address = Path(opened);
        address.ShouldMatch("^/calendars/[A-Za-z0-9_-]{32}\\.ics$");
        (await _host.Db(db => db.Calendars.SingleAsync())).Hash.ShouldNotContain(address[11..^4]);

        var feed = (await _world.Anonymous.Get(address)).MustBe(200);
        feed.MediaType.ShouldBe("text/calendar");
        feed.Headers.CacheControl!.ToString().ShouldBe("max-age=900, private");
        Unfolded(feed).ShouldContain("X-WR-CALNAME:Own");
        Events(feed)
            .Select(e => (e["DTSTART;VALUE=DATE"], e["DTEND;VALUE=DATE"], e["SUMMARY"]))
            .ShouldBe([("20270131", "20270201", "Milestone: Step 1 (Active)"), ("20270630", "20270701", "Due: Active")]);
        Events(feed)[1]["UID"].ShouldBe($"commitment-{id.Value}-due@localhost");

        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", feed.Tag } } };
        (await _world.Anonymous.Ask(again)).Status.ShouldBe(304);

        (await _world.As("reporter").Delete($"{Calendars}/{opened.Id}")).MustRefuse(404, "calendar.notFound");
        (await _world.As("officer").Delete($"{Calendars}/{opened.Id}")).MustBe(204);
        (await _world.Anonymous.Get(address))
            .MustRefuse(404, "calendar.notFound")
            .Json.TryGetProperty("instance", out _)
            .ShouldBeFalse("the token is not repeated");
        (await _world.Anonymous.Get("/calendars/no-such-token.ics")).MustRefuse(404, "calendar.notFound");
        (await _world.As("officer").Get(Calendars)).Items.ShouldHaveSingleItem().GetProperty("revokedAt").GetString().ShouldNotBeNull();
    }

    [DatabaseFact]
    public async Task A_changed_due_date_keeps_its_event_and_raises_the_sequence_number()
    {
        var id = await _world.ActiveId(Whose.Own);
        var address = Path(await _world.As("officer").Post(Calendars));
        var before = Events(await _world.Anonymous.Get(address))[1];
        _host.Clock.Now = _host.Clock.Now.AddHours(3);
        await _host.Send(
            new ApproveChangeRequest(
                id,
                await _host.Send(
                    new RequestChange(id, new ChangeTerms(TestClock.Day("2027-09-30"), ChangeReason.Funding, "The money is late."))
                )
            )
        );

        var feed = await _world.Anonymous.Get(address);
        var after = Events(feed)[1];
        after["UID"].ShouldBe(before["UID"]);
        after["DTSTART;VALUE=DATE"].ShouldBe("20270930");
        after["DESCRIPTION"].ShouldContain("Original due date: 30 June 2027");
        int.Parse(after["SEQUENCE"], null).ShouldBeGreaterThan(int.Parse(before["SEQUENCE"], null));
        after["LAST-MODIFIED"].ShouldBe("20261121T090000Z");
        string.CompareOrdinal(after["DTSTAMP"], before["DTSTAMP"]).ShouldBeGreaterThan(0);

        await _host.Send(new WithdrawCommitment(id, "No money."));
        Events(await _world.Anonymous.Get(address)).ShouldBeEmpty("a calendar program takes away what is not there any more");
    }

    [DatabaseFact]
    public async Task A_progress_report_that_is_no_longer_owed_is_no_event()
    {
        var draft = new CommitmentDraft
        {
            Title = "Monthly",
            SdgTargets = ["3.4"],
            DueDate = TestClock.Day("2027-06-30"),
            ReportingFrequency = ReportingFrequency.Monthly,
        };
        var id = await _host.Send(new DraftCommitment(_world.Partnership(Whose.Own), _world.Organization(Whose.Own), draft));
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        var address = Path(await _world.As("officer").Post(Calendars));
        Events(await _world.Anonymous.Get(address)).Count(e => e["UID"].StartsWith("report-", StringComparison.Ordinal)).ShouldBe(2);

        await _host.Close(id, ClosingOutcome.NotCompleted, "2026-11-21");
        Events(await _world.Anonymous.Get(address)).Count(e => e["UID"].StartsWith("report-", StringComparison.Ordinal)).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_calendar_shows_only_its_scope_and_what_its_owner_may_see_now()
    {
        var (own, partners, strangers) = (
            await _world.ActiveId(Whose.Own),
            await _world.ActiveId(Whose.Partners),
            await _world.ActiveId(Whose.Strangers)
        );
        await _host.Draft(_world.Partnership(Whose.Own), _world.Organization(Whose.Own), "2027-06-30", "A draft");
        var mine = Path(await _world.As("officer").Post(Calendars));
        var shared = Path(await _world.As("officer").Post(Calendars, new { partnershipId = _world.Partnership(Whose.Own).Value }));
        var ofStrangers = Path(
            await _world.Secretariat.Post(
                Calendars,
                new { organizationId = _world.Organization(Whose.Strangers).Value, name = "Theirs; all" }
            )
        );
        (await Commitments(mine)).ShouldBe([own]);
        (await Commitments(shared)).ShouldBe([own, partners], ignoreOrder: true);
        (await Commitments(ofStrangers)).ShouldBe([strangers]);
        Unfolded(await _world.Anonymous.Get(ofStrangers)).ShouldContain("X-WR-CALNAME:Theirs\\; all");

        // The calendar also contains commitments that the organization supports.
        await _host.Send(new AddSupporter(partners, _world.Organization(Whose.Own)));
        (await Commitments(mine)).ShouldBe([own, partners], ignoreOrder: true);

        (await _world.As("officer").Post(Calendars, new { organizationId = _world.Organization(Whose.Strangers).Value })).MustRefuse(
            404,
            "organization.notFound"
        );
        (await _world.As("officer").Post(Calendars, new { partnershipId = _world.Partnership(Whose.Strangers).Value })).MustRefuse(
            404,
            "partnership.notFound"
        );
        (
            await _world
                .As("officer")
                .Post(
                    Calendars,
                    new { organizationId = _world.Organization(Whose.Own).Value, partnershipId = _world.Partnership(Whose.Own).Value }
                )
        ).MustRefuse(422, "calendar.oneScope", "partnershipId");
        (await _world.Secretariat.Post(Calendars)).MustRefuse(422, "calendar.noOrganization", "organizationId");
        (await _world.As("officer").Get(Calendars)).Items.Length.ShouldBe(2);
        (await _world.As("reporter").Get(Calendars)).Items.ShouldBeEmpty();
        (await _world.Secretariat.Get(Calendars)).Items.Length.ShouldBe(3);
    }

    [DatabaseFact]
    public async Task The_calendars_of_a_key_end_when_the_key_is_revoked()
    {
        await _world.ActiveId(Whose.Own);
        var issued = (
            await _world.Secretariat.Post($"/api/v1/organizations/{_world.Organization(Whose.Own).Value}/api-keys", Bodies.Key())
        ).MustBe(201);
        var address = Path(await _host.Client(issued["key"].GetString()).Post(Calendars));
        (await _world.Anonymous.Get(address)).MustBe(200);
        (await _world.Secretariat.Delete($"/api/v1/organizations/{_world.Organization(Whose.Own).Value}/api-keys/{issued.Id}")).MustBe(204);
        (await _world.Anonymous.Get(address)).MustRefuse(404, "calendar.notFound");
    }

    [DatabaseFact]
    public async Task A_calendar_covers_400_past_days_and_three_future_years()
    {
        var (partnership, organization) = (_world.Partnership(Whose.Own), _world.Organization(Whose.Own));
        foreach (var due in new[] { "2025-10-16", "2025-10-17", "2026-11-20", "2029-11-21", "2029-11-22" })
            await _host.ActiveCommitment(partnership, organization, due, due);
        var quarterly = await _host.Send(
            new DraftCommitment(
                partnership,
                organization,
                new CommitmentDraft
                {
                    Title = "Reports",
                    SdgTargets = ["3.4"],
                    DueDate = TestClock.Day("2028-01-01"),
                    ReportingFrequency = ReportingFrequency.Quarterly,
                }
            )
        );
        await _host.Send(new SubmitCommitment(quarterly));
        await _host.Send(new AcceptCommitment(quarterly));
        var feed = await _world.Anonymous.Get(Path(await _world.As("officer").Post(Calendars)));
        Events(feed)
            .Select(e => e["SUMMARY"])
            .ShouldBe([
                "Due: 2025-10-17",
                "Due: 2026-11-20",
                "Progress report due: Reports",
                "Progress report due: Reports",
                "Due: Reports",
                "Due: 2029-11-21",
            ]);
        Events(feed)
            .Where(e => e["SUMMARY"].StartsWith("Progress report", StringComparison.Ordinal))
            .Select(e => e["DTSTART;VALUE=DATE"])
            .ShouldBe(["20270115", "20270415"], "this quarter's and the next one's");
    }

    private static string Path(Answer opened) => new Uri(opened.MustBe(201)["address"].GetString()!).AbsolutePath;

    private static string Unfolded(Answer feed) => feed.MustBe(200).Text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static List<Dictionary<string, string>> Events(Answer feed) =>
        [
            .. Unfolded(feed)
                .Split("BEGIN:VEVENT\r\n")
                .Skip(1)
                .Select(text =>
                    text.Split("END:VEVENT")[0]
                        .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                        .ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..])
                ),
        ];

    private async Task<List<CommitmentId>> Commitments(string address) =>
        [.. Events(await _world.Anonymous.Get(address)).Select(e => new CommitmentId(Guid.Parse(e["URL"].Split('/')[^1]))).Distinct()];
}

/// <summary>Reads the calendar with an independent library.</summary>
public sealed class CalendarClientTests : IAsyncLifetime
{
    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(Infrastructure.Persistence.DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_calendar_library_reads_every_event_and_its_text()
    {
        const string title = "=Screen, 5,000; people \\ 🩺 保健 – for high blood pressure, in all twelve community clinics of Khulna";
        var world = await World.Create(_host);
        await _host.ActiveCommitment(
            world.Partnership(Whose.Own),
            world.Organization(Whose.Own),
            "2027-06-30",
            title,
            "2027-01-31",
            "2027-06-30"
        );
        var opened = await _host.Send(new OpenCalendar(OrganizationId: world.Organization(Whose.Own).Value, Name: "Ours, \\ and; theirs"));
        var feed = (await world.Anonymous.Get($"/calendars/{opened.Token}.ics")).MustBe(200);

        var read = Calendar.Load(feed.Text).ShouldNotBeNull();
        read.Properties.Get<string>("X-WR-CALNAME").ShouldBe("Ours, \\ and; theirs");
        var events = read.Events.ToList();
        events.ShouldAllBe(e => e.Start!.IsUtc == false && !e.Start.HasTime && !e.End!.HasTime && e.DtStamp!.IsUtc && e.Sequence >= 0);
        events
            .Select(e => (e.Start!.Date, e.End!.Date))
            .ShouldBe([
                (Day("2027-01-31"), Day("2027-02-01")),
                (Day("2027-06-30"), Day("2027-07-01")),
                (Day("2027-06-30"), Day("2027-07-01")),
            ]);
        events.Select(e => e.Summary).ShouldContain($"Due: {title}");
        events.Select(e => e.Uid).Distinct().Count().ShouldBe(3);
        events[0].Description.ShouldBe("Organization: Own\nPartnership: Shared\nStatus: active");
        events[0].LastModified!.AsUtc.ShouldBe(new DateTime(2026, 11, 21, 6, 0, 0, DateTimeKind.Utc));
    }
}
