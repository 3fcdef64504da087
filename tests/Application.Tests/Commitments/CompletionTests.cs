using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class CompletionOnSqlite(OnSqlite fixture) : CompletionTests(fixture), IClassFixture<OnSqlite>;

public sealed class CompletionOnPostgreSql(OnPostgreSql fixture) : CompletionTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class CompletionTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task The_query_and_the_aggregate_agree_on_what_was_completed_on_time()
    {
        var organization = await _host.Organization("Green Delta");
        var partnership = await _host.ActivePartnership(organization, await _host.Organization("Ministry"));
        Task<CommitmentId> Active() => _host.ActiveCommitment(partnership, organization, "2026-11-10");

        await Active();
        await _host.ReportComplete(await Active(), "2026-11-10");
        foreach (var closedOn in new[] { "2026-11-09", "2026-11-10", "2026-11-11" })
            await _host.Close(await Active(), ClosingOutcome.Completed, closedOn);
        foreach (var reportedOn in new[] { "2026-11-10", "2026-11-11" })
        {
            var reported = await Active();
            await _host.ReportComplete(reported, reportedOn);
            await _host.Close(reported, ClosingOutcome.Completed, "2026-11-12");
        }

        var all = await _host.Db(db => db.Commitments.AsNoTracking().ToListAsync());
        var onTime = all.Where(c => Completion.IsOnTime(c.ReportedCompleteOn, c.ClosedOn, c.DueDate) is true).Select(c => c.Id).ToHashSet();
        onTime.Count.ShouldBe(4, "one awaits review, two were closed and one was reported complete by then");
        (await _host.Db(db => db.Commitments.Where(CommitmentConditions.IsOnTime).Select(c => c.Id).ToListAsync()))
            .ToHashSet()
            .ShouldBe(onTime, ignoreOrder: true);

        foreach (var closed in all.Where(c => c.Status == CommitmentStatus.Completed))
            (await _host.Send(new GetCommitment(closed.Id))).Completion!.OnTime.ShouldBe(onTime.Contains(closed.Id));
        var overview = await _host.Send(new GetOverview());
        (overview.CompletedOnTime, overview.CompletedLate).ShouldBe((3, 2));
    }
}
