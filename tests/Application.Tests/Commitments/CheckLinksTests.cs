using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class CheckLinksOnSqlite() : CheckLinksTests(DatabaseProvider.Sqlite);

public sealed class CheckLinksOnPostgreSql() : CheckLinksTests(DatabaseProvider.PostgreSql);

public abstract class CheckLinksTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task A_link_that_is_gone_twice_in_a_row_is_dead_until_it_is_reached_again()
    {
        var status = 404;
        await using var site = TestSite.Answering(_ => status);
        await using var host = await Start();
        var (commitment, link) = await Reported(host, site.Url("/register.pdf"));
        var before = await host.Send(new GetCommitment(commitment));

        foreach (
            var (answer, found, isDead) in new[]
            {
                (404, LinkCheck.Gone, false),
                (503, LinkCheck.Unknown, false),
                (404, LinkCheck.Gone, false),
                (410, LinkCheck.Gone, true),
                (503, LinkCheck.Unknown, true),
                (200, LinkCheck.Reached, false),
            }
        )
        {
            status = answer;
            (await host.Send(new CheckLinks())).ShouldBe(1);
            (await host.Send(new CheckLinks())).ShouldBe(0, "it was checked just now");
            var now = await link();
            (now.LastCheck, now.IsDead, now.CheckedAt).ShouldBe((found, isDead, host.Clock.Now), $"after {answer}");
            host.Clock.Now += TimeSpan.FromDays(7);
        }

        (await host.Send(new GetCommitment(commitment))).Version.ShouldBe(before.Version, "a link check is no change");
        (await host.Send(new GetHistory(commitment))).Items[0].Event.ShouldBe("progressReported");
    }

    [DatabaseFact]
    public async Task More_links_than_one_batch_are_all_checked_and_files_are_not()
    {
        await using var site = TestSite.Answering(_ => 200);
        await using var host = await Start();
        var (commitment, _) = await Reported(host, [.. Enumerable.Range(0, 40).Select(i => site.Url($"/{i}"))]);
        foreach (var part in Enumerable.Range(0, 2))
            await host.Send(
                new ReportProgress(
                    commitment,
                    Day("2026-11-20"),
                    "More.",
                    Evidence: [.. Enumerable.Range(0, 40).Select(i => new EvidenceLink("Link", site.Url($"/{part}-{i}")))]
                )
            );
        await Upload(host, commitment);

        (await host.Send(new CheckLinks())).ShouldBe(120);
        site.Requests.Count.ShouldBe(120);
        (await host.Send(new ListProgressReports(commitment)))
            .Items.SelectMany(r => r.Evidence)
            .ShouldAllBe(e => (e.Kind == EvidenceKind.Link) == (e.LastCheck == LinkCheck.Reached));
    }

    [DatabaseFact]
    public async Task A_link_to_a_private_address_is_never_requested_and_never_dead()
    {
        await using var site = TestSite.Answering(_ => 200);
        await using var host = await Start(allowPrivate: false);
        var (_, link) = await Reported(host, site.Url());
        for (var i = 0; i < 3; i++)
        {
            await host.Send(new CheckLinks());
            host.Clock.Now += TimeSpan.FromDays(7);
        }

        var found = await link();
        (found.LastCheck, found.IsDead).ShouldBe((LinkCheck.NotAllowed, false));
        site.Requests.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task Reported_complete_without_evidence_means_neither_a_file_nor_a_working_link()
    {
        await using var site = TestSite.Answering(request => request.Contains("dead", StringComparison.Ordinal) ? 404 : 200);
        await using var host = await Start();
        var organization = await host.Organization("Partner");
        var partnership = await host.ActivePartnership(organization, await host.Organization("Another"));
        await ReportedComplete("Nothing");
        await ReportedComplete("Working link", site.Url("/there"));
        var dead = await ReportedComplete("Dead link", site.Url("/dead"));
        await ReportedComplete("Dead and working link", site.Url("/dead"), site.Url("/there"));
        var file = await ReportedComplete("Dead link and file", site.Url("/dead"));
        await Upload(host, file);
        await host.ActiveCommitment(partnership, organization, "2027-06-30", "Not reported complete");
        (await Listed()).ShouldBe(["Nothing"]);

        await host.Send(new CheckLinks());
        (await Listed()).ShouldBe(["Nothing"], "one failed check is not enough");
        host.Clock.Now += TimeSpan.FromDays(7);
        await host.Send(new CheckLinks());
        (await Listed()).ShouldBe(["Dead link", "Nothing"]);

        await Upload(host, dead);
        (await Listed()).ShouldBe(["Nothing"]);

        async Task<CommitmentId> ReportedComplete(string title, params string[] links)
        {
            var id = await host.ActiveCommitment(partnership, organization, "2027-06-30", title);
            await host.Send(
                new ReportProgress(
                    id,
                    Day("2026-11-20"),
                    "All done.",
                    ReportsCompletion: true,
                    Evidence: [.. links.Select(url => new EvidenceLink("Link", url))]
                )
            );
            return id;
        }

        async Task<IEnumerable<string>> Listed() =>
            (await host.Send(new ListCommitments { ReportedCompleteWithoutEvidence = true, Sort = "title" })).Items.Select(c => c.Title);
    }

    private Task<TrackerHost> Start(bool allowPrivate = true) =>
        TrackerHost.StartAsync(provider, new Dictionary<string, string> { ["Links:AllowPrivate"] = allowPrivate ? "true" : "false" });

    private static async Task<(CommitmentId Commitment, Func<Task<EvidenceDetails>> Link)> Reported(TrackerHost host, params string[] links)
    {
        var organization = await host.Organization("Partner");
        var partnership = await host.ActivePartnership(organization, await host.Organization("Another"));
        var id = await host.ActiveCommitment(partnership, organization, "2027-06-30");
        var report = await host.Send(
            new ReportProgress(id, Day("2026-11-20"), "Begun.", Evidence: [.. links.Select(url => new EvidenceLink("Link", url))])
        );
        return (id, async () => (await host.Send(new GetProgressReport(id, report))).Evidence[0]);
    }

    private static async Task Upload(TrackerHost host, CommitmentId commitment)
    {
        var report = (await host.Send(new ListProgressReports(commitment, 1))).Items[0].Id;
        using var content = new MemoryStream("A register."u8.ToArray());
        await host.Send(new AddEvidence(commitment, new ProgressReportId(report), "register.txt", content));
    }
}
