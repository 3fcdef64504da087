using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class OverdueOnSqlite(OnSqlite fixture) : OverdueTests(fixture), IClassFixture<OnSqlite>;

public sealed class OverdueOnPostgreSql(OnPostgreSql fixture) : OverdueTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class OverdueTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task The_query_and_the_aggregate_agree_on_what_is_overdue_at_every_instant()
    {
        await Cases();
        foreach (
            var now in new[]
            {
                "2025-01-01T00:00:00Z",
                "2026-11-20T10:00:00Z",
                "2026-11-20T23:59:59.9999999Z",
                "2026-11-21T00:00:00Z",
                "2026-11-21T06:00:00Z",
                "2026-11-21T10:59:59Z",
                "2026-11-21T11:00:00Z",
                "2099-01-01T00:00:00Z",
            }.Select(Instant)
        )
        {
            _host.Clock.Now = now;
            var (commitments, milestones) = await _host.Db(async db =>
                (await db.Commitments.Include(c => c.Milestones).ToListAsync(), await db.Milestones.ToListAsync())
            );
            var overdueCommitments = commitments.Where(c => c.IsOverdue(now)).Select(c => c.Id).ToHashSet();
            var overdueMilestones = milestones.Where(m => m.IsOverdue(now)).Select(m => m.Id).ToHashSet();

            (await _host.Db(db => db.Commitments.WhereOverdue(now).Select(c => c.Id).ToListAsync()))
                .ToHashSet()
                .ShouldBe(overdueCommitments, ignoreOrder: true);
            (await _host.Db(db => db.Milestones.WhereOverdue(now).Select(m => m.Id).ToListAsync()))
                .ToHashSet()
                .ShouldBe(overdueMilestones, ignoreOrder: true);

            var listed = await _host.Send(new ListCommitments { Overdue = true, Limit = 200 });
            listed.Items.Select(c => new CommitmentId(c.Id)).ToHashSet().ShouldBe(overdueCommitments, ignoreOrder: true);
            listed.Total.ShouldBe(overdueCommitments.Count);
            listed.Items.ShouldAllBe(c => c.IsOverdue && c.DaysOverdue > 0);
            var notOverdue = await _host.Send(new ListCommitments { Overdue = false, Limit = 200 });
            notOverdue.Items.ShouldAllBe(c => !c.IsOverdue && c.DaysOverdue == 0);
            (notOverdue.Total + listed.Total).ShouldBe(commitments.Count);

            foreach (var commitment in commitments)
            {
                var details = await _host.Send(new GetCommitment(commitment.Id));
                details.IsOverdue.ShouldBe(overdueCommitments.Contains(commitment.Id));
                details.Milestones.ShouldAllBe(m => m.IsOverdue == overdueMilestones.Contains(new MilestoneId(m.Id)));
            }
        }
    }

    /// <summary>Commitments of every status, in three time zones, due the day before the start of the test clock.</summary>
    private async Task Cases()
    {
        foreach (var zone in new[] { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            var organization = await _host.Organization($"In {zone}", "22", "BD", zone);
            var partnership = await _host.ActivePartnership($"With {zone}", organization, await _host.Organization("Another", "10"));
            Task<CommitmentId> Active() =>
                _host.ActiveCommitment(partnership, organization, "2026-11-20", "Commitment", "2026-11-19", "2026-11-20");

            await _host.Draft(partnership, organization, "2026-11-20", "Commitment", "2026-11-19");
            await _host.Send(new SubmitCommitment(await _host.Draft(partnership, organization, "2026-11-20")));
            await Active();
            await _host.ReportComplete(await Active(), "2026-11-18");
            await _host.Close(await Active(), ClosingOutcome.Completed, "2026-11-18");
            await _host.Withdraw(await Active());
            var withCompletedMilestone = await Active();
            await _host.Send(
                new CompleteMilestone(
                    withCompletedMilestone,
                    new MilestoneId((await _host.Send(new GetCommitment(withCompletedMilestone))).Milestones[0].Id),
                    Day("2026-11-18")
                )
            );
        }
    }
}

public sealed class ZoneChangeOnSqlite(OnSqlite fixture) : ZoneChangeTests(fixture), IClassFixture<OnSqlite>;

public sealed class ZoneChangeOnPostgreSql(OnPostgreSql fixture) : ZoneChangeTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ZoneChangeTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task A_new_time_zone_changes_the_deadlines_of_that_organization_only()
    {
        var (moving, staying) = (await _host.Organization("Moving", timeZone: "UTC"), await _host.Organization("Staying", timeZone: "UTC"));
        var partnership = await _host.ActivePartnership(moving, staying);
        var running = await _host.ActiveCommitment(partnership, moving, "2026-12-31", "Running", "2026-06-30");
        var reportedComplete = await _host.ActiveCommitment(partnership, moving, "2026-12-30", "Reported complete", "2026-06-30");
        var others = await _host.ActiveCommitment(partnership, staying, "2026-12-31", "Others", "2026-06-30");
        await _host.ReportComplete(reportedComplete, "2026-11-20");

        await _host.Send(new ChangeOrganization(moving, "Moving", "22", "BD", "Asia/Dhaka", null, null, null, IsCommunity: false));

        var rows = await _host.Db(db => db.Commitments.Include(c => c.Milestones).ToDictionaryAsync(c => c.Id));
        rows[running].OverdueAt.ShouldBe(Instant("2026-12-31T18:00:00Z"));
        rows[running].Milestones[0].OverdueAt.ShouldBe(Instant("2026-06-30T18:00:00Z"));
        rows[others].OverdueAt.ShouldBe(Instant("2027-01-01T00:00:00Z"));
        rows[others].Milestones[0].OverdueAt.ShouldBe(Instant("2026-07-01T00:00:00Z"));

        // No deadline applies before the review, but the right one does should the progress report be returned.
        rows[reportedComplete].OverdueAt.ShouldBeNull();
        rows[reportedComplete].DueAt.ShouldBe(Instant("2026-12-30T18:00:00Z"));
        rows[reportedComplete].Milestones[0].OverdueAt.ShouldBeNull();
    }

    [DatabaseFact]
    public async Task A_commitment_without_a_country_follows_the_country_of_its_organization()
    {
        var moving = await _host.Organization("Moving", country: "BD");
        var partnership = await _host.ActivePartnership(moving, await _host.Organization("Staying"));
        var id = await _host.ActiveCommitment(partnership, moving, "2026-12-31");

        await _host.Send(new ChangeOrganization(moving, "Moving", "22", "CH", "Asia/Dhaka", null, null, null, IsCommunity: false));

        (await _host.Send(new ListCommitments { CountryCode = "CHE", OrganizationId = moving.Value }))
            .Items.ShouldHaveSingleItem()
            .Id.ShouldBe(id.Value);
        (await _host.Send(new ListCommitments { CountryCode = "BD", OrganizationId = moving.Value })).Items.ShouldBeEmpty();
        (await _host.Send(new GetCommitment(id))).CountryCodes.ShouldBeEmpty("it states none");
    }
}
