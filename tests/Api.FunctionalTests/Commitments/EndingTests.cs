using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class EndingsOnSqlite(OnSqlite fixture) : EndingTests(fixture), IClassFixture<OnSqlite>;

public sealed class EndingsOnPostgreSql(OnPostgreSql fixture) : EndingTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>How a commitment is withdrawn or replaced, and what stays visible of it.</summary>
public abstract class EndingTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Create(_host);

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Withdrawing_an_overdue_commitment_waits_for_a_decision_and_stays_counted()
    {
        var url = await Overdue("Withdrawn late");
        var before = await Summary();
        var asked = (await _world.As("officer").Post(url + "/withdraw", new { reason = "No money." })).MustBe(202);
        asked["status"].GetString().ShouldBe("active");
        var request = asked.Headers.Location!.ToString();
        var change = (await _world.As("officer").Get(request)).MustBe(200);
        (change["kind"].GetString(), change["status"].GetString(), change["explanation"].GetString()).ShouldBe(
            ("withdrawal", "requested", "No money.")
        );
        (await Summary()).ShouldBe(before, "it is overdue until somebody decides");
        (await _world.As("board").Get(Page(url))).Text.ShouldContain("A request to withdraw this commitment was made on ");
        (await _world.As("officer").Post(url + "/withdraw", new { reason = "Again." })).MustRefuse(409, "commitment.changeRequestPending");
        (await _world.As("officer").Post(request + "/approve")).MustRefuse(403, "access.notAllowed");

        (await _world.Secretariat.Post(request + "/approve", new { note = "The grant was lost." }))
            .MustBe(200)["status"]
            .GetString()
            .ShouldBe("approved");
        var ended = (await _world.Secretariat.Get(url)).MustBe(200);
        (ended["status"].GetString(), ended["endedOverdueOn"].GetString(), ended["daysOverdueAtEnd"].GetInt32()).ShouldBe(
            ("withdrawn", "2026-11-21", 24)
        );
        (await Summary()).ShouldBe((before.Overdue - 1, before.Ended + 1));
        (await _world.Secretariat.Get("/api/v1/commitments?endedOverdue=true&q=withdrawn late"))
            .Items.Select(i => i.GetProperty("daysOverdueAtEnd").GetInt32())
            .ShouldBe([24]);
        string[] told =
        [
            "withdrew the commitment. Reason: No money.",
            "approved the request to withdraw",
            "requested to withdraw the commitment. Reason: No money.",
        ];
        foreach (var (entry, sentence) in (await _world.Secretariat.Get(url + "/history")).Items.Zip(told))
            entry.GetProperty("text").GetString()!.ShouldContain(sentence);
        (await _world.As("board").Get(Page(url))).Text.ShouldContain("<b>overdue by 24 days</b>");
        (await _world.As("board").Get("/")).Text.ShouldContain("withdrawn or replaced while overdue");
        (await _world.Secretariat.Get("/api/v1/exports/commitments.csv?q=withdrawn late")).Text.ShouldContain("2026-11-21");
    }

    [DatabaseFact]
    public async Task What_replaces_an_overdue_commitment_says_so()
    {
        var (old, next) = (await Overdue("First plan"), await _world.ActiveId(Whose.Own));
        var supersede = new { successorId = next.Value, reason = "A larger plan." };
        var request = (await _world.As("officer").Post(old + "/supersede", supersede)).MustBe(202).Headers.Location!.ToString();
        (await _world.Secretariat.Post(request + "/approve")).MustBe(200);

        var ended = (await _world.As("officer").Get(old)).MustBe(200);
        (ended["status"].GetString(), ended["successorTitle"].GetString()).ShouldBe(("superseded", "Active"));
        var replaced = (await _world.As("officer").Get(World.Url(next))).MustBe(200)["replaces"][0];
        (replaced.GetProperty("title").GetString(), replaced.GetProperty("daysOverdueAtEnd").GetInt32()).ShouldBe(("First plan", 24));
        (await _world.As("board").Get(Page(World.Url(next)))).Text.ShouldContain(
            "Replaces a commitment that was overdue by 24 days when it was replaced:"
        );
        (await _world.As("board").Get(Page(old))).Text.ShouldContain("Replaced by:");
    }

    [DatabaseFact]
    public async Task A_successor_that_ended_meanwhile_replaces_nothing()
    {
        var (old, next) = (await Overdue("Waiting plan"), await _world.ActiveId(Whose.Own));
        var supersede = new { successorId = next.Value, reason = "A larger plan." };
        var request = (await _world.As("officer").Post(old + "/supersede", supersede)).MustBe(202).Headers.Location!.ToString();
        await _host.Send(new WithdrawCommitment(next, "Not after all."));
        (await _world.Secretariat.Post(request + "/approve")).MustRefuse(422, "commitment.noSuccessor");
        (await _world.Secretariat.Post(request + "/reject", new { note = "The new one was withdrawn." })).MustBe(200);
    }

    [DatabaseFact]
    public async Task What_is_reported_complete_is_withdrawn_by_a_decision_and_what_is_not_due_yet_at_once()
    {
        var url = await _world.Active(Whose.Own);
        (await _world.As("officer").Post(url + "/reports", Bodies.Progress(reportsCompletion: true))).MustBe(201);
        (await _world.As("officer").Post(url + "/withdraw", new { reason = "Another way." })).MustBe(202);

        var ahead = await _world.Active(Whose.Own);
        var ended = (await _world.As("officer").Post(ahead + "/withdraw", new { reason = "No money." })).MustBe(200);
        (ended["status"].GetString(), ended["daysOverdueAtEnd"].GetInt32()).ShouldBe(("withdrawn", 0));
    }

    [DatabaseFact]
    public async Task Who_requested_a_withdrawal_does_not_approve_it()
    {
        var url = await Overdue("Filed by the secretariat");
        var request = (await _world.Secretariat.Post(url + "/withdraw", new { reason = "No money." })).MustBe(202);
        (await _world.Secretariat.Post(request.Headers.Location + "/approve")).MustRefuse(403, "access.ownFiling");
    }

    [DatabaseFact]
    public async Task A_withdrawn_draft_is_no_commitment()
    {
        var partnership = await _host.ActivePartnership("Published", _world.Organization(Whose.Own), _world.Organization(Whose.Partners));
        await _host.Send(new PublishPartnership(partnership, IsPublished: true));
        var kept = await _host.ActiveCommitment(partnership, _world.Organization(Whose.Own), "2027-06-30", "Kept");
        var before = (await _world.Secretariat.Get("/api/v1/dashboard/summary")).MustBe(200);
        var draft = await _host.Draft(partnership, _world.Organization(Whose.Own), "2026-10-28", "A mistake");
        await _host.Send(new WithdrawCommitment(draft, "A mistake."));

        var after = (await _world.Secretariat.Get("/api/v1/dashboard/summary")).MustBe(200);
        (after["total"].GetInt32() - before["total"].GetInt32(), after["accepted"].GetInt32() - before["accepted"].GetInt32()).ShouldBe(
            (1, 0)
        );
        after["bySector"].GetRawText().ShouldBe(before["bySector"].GetRawText());
        after["byGoal"].GetRawText().ShouldBe(before["byGoal"].GetRawText());
        after["bySector"].EnumerateArray().Sum(s => s.GetProperty("total").GetInt32()).ShouldBe(after["accepted"].GetInt32());
        (await _world.Secretariat.Get($"/api/v1/commitments?accepted=true&partnershipId={partnership.Value}"))
            .Items.Select(i => i.GetProperty("id").GetGuid())
            .ShouldBe([kept.Value]);
        (await _world.Secretariat.Get("/api/v1/commitments?accepted=true"))["total"].GetInt32().ShouldBe(after["accepted"].GetInt32());
        (await _world.As("community").Get(World.Url(draft))).MustRefuse(404, "commitment.notFound");
        (await _world.As("community").Get(World.Url(kept))).MustBe(200);
        (await _world.As("board").Get("/commitments")).Text.ShouldContain("never accepted");
    }

    [DatabaseFact]
    public async Task The_mail_to_the_board_says_what_ended_while_overdue()
    {
        var (first, second) = (await Overdue("First"), await Overdue("Second"));
        await End(first);
        var schedule = await _host.Send(
            new ScheduleReport("Board", AccountabilityReportFrequency.Monthly, 6, "UTC", ["b@example.org"], DayOfMonth: 1)
        );
        var ended = (await Summary()).Ended;
        (await Mail()).ShouldContain(
            $"{(ended == 1 ? "One commitment was" : $"{ended} commitments were")} withdrawn or replaced while overdue."
        );
        await End(second);
        (await Mail()).ShouldContain($"one commitment was withdrawn or replaced while overdue; in total {ended + 1}.");

        async Task<string> Mail()
        {
            var report = await _host.Send(new RunReportSchedule(schedule));
            return (await _host.Send(new GetAccountabilityReport(report))).Text;
        }
    }

    /// <summary>An active commitment that was due 24 days ago.</summary>
    private async Task<string> Overdue(string title) =>
        World.Url(await _host.ActiveCommitment(_world.Partnership(Whose.Own), _world.Organization(Whose.Own), "2026-10-28", title));

    private async Task End(string url)
    {
        var request = (await _world.As("officer").Post(url + "/withdraw", new { reason = "No money." })).MustBe(202).Headers.Location;
        (await _world.Secretariat.Post(request + "/approve")).MustBe(200);
    }

    private async Task<(int Overdue, int Ended)> Summary()
    {
        var summary = (await _world.Secretariat.Get("/api/v1/dashboard/summary")).MustBe(200);
        return (summary["overdue"].GetInt32(), summary["endedOverdue"].GetInt32());
    }

    private static string Page(string url) => url.Replace("/api/v1", "", StringComparison.Ordinal);
}
