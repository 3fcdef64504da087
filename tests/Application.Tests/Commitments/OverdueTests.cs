using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
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
    public async Task One_and_many_are_judged_alike_at_every_instant()
    {
        await Cases();
        foreach (var now in new[]
        {
            "2025-01-01T00:00:00Z", "2026-11-20T10:00:00Z", "2026-11-20T23:59:59.9999999Z", "2026-11-21T00:00:00Z", "2026-11-21T06:00:00Z", "2026-11-21T10:59:59Z", "2026-11-21T11:00:00Z", "2099-01-01T00:00:00Z",
        }.Select(Instant))
        {
            _host.Clock.Now = now;
            var (commitments, milestones) = await _host.Db(async db => (await db.Commitments.Include(c => c.Milestones).ToListAsync(), await db.Milestones.ToListAsync()));
            var one = commitments.Where(c => c.IsOverdue(now)).Select(c => c.Id).ToHashSet();
            var oneStep = milestones.Where(m => m.IsOverdue(now)).Select(m => m.Id).ToHashSet();

            (await _host.Db(db => db.Commitments.WhereOverdue(now).Select(c => c.Id).ToListAsync())).ToHashSet().ShouldBe(one, ignoreOrder: true);
            (await _host.Db(db => db.Milestones.WhereOverdue(now).Select(m => m.Id).ToListAsync())).ToHashSet().ShouldBe(oneStep, ignoreOrder: true);

            var listed = await _host.Send(new ListCommitments { Overdue = true, Limit = 200 });
            listed.Items.Select(c => new CommitmentId(c.Id)).ToHashSet().ShouldBe(one, ignoreOrder: true);
            listed.Total.ShouldBe(one.Count);
            listed.Items.ShouldAllBe(c => c.IsOverdue && c.DaysOverdue > 0);
            var inTime = await _host.Send(new ListCommitments { Overdue = false, Limit = 200 });
            inTime.Items.ShouldAllBe(c => !c.IsOverdue && c.DaysOverdue == 0);
            (inTime.Total + listed.Total).ShouldBe(commitments.Count);

            foreach (var commitment in commitments)
            {
                var details = await _host.Send(new GetCommitment(commitment.Id));
                details.IsOverdue.ShouldBe(one.Contains(commitment.Id));
                details.Milestones.ShouldAllBe(m => m.IsOverdue == oneStep.Contains(new MilestoneId(m.Id)));
            }
        }
    }

    /// <summary>Every state a commitment can be in, in three zones, due the day before the clock's start.</summary>
    private async Task Cases()
    {
        foreach (var zone in new[] { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            var organization = await _host.Organization($"In {zone}", "22", "BD", zone);
            var partnership = await _host.ActivePartnership($"With {zone}", organization, await _host.Organization("Another", "10"));
            Task<CommitmentId> Active() => _host.ActiveCommitment(partnership, organization, "2026-11-20", "Commitment", "2026-11-19", "2026-11-20");

            await _host.Draft(partnership, organization, "2026-11-20", "Commitment", "2026-11-19");
            await _host.Send(new SubmitCommitment(await _host.Draft(partnership, organization, "2026-11-20")));
            await Active();
            await _host.ClaimCompletion(await Active(), "2026-11-18");
            await _host.Close(await Active(), ClosingOutcome.Completed, "2026-11-18");
            await _host.Send(new WithdrawCommitment(await Active(), "No."));
            var step = await Active();
            await _host.Send(new CompleteMilestone(step, new MilestoneId((await _host.Send(new GetCommitment(step))).Milestones[0].Id), Day("2026-11-18")));
        }
    }
}

public sealed class ZoneChangeOnSqlite(OnSqlite fixture) : ZoneChangeTests(fixture), IClassFixture<OnSqlite>;

public sealed class ZoneChangeOnPostgreSql(OnPostgreSql fixture) : ZoneChangeTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class ZoneChangeTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;

    [DatabaseFact]
    public async Task When_an_organization_changes_its_zone_its_clocks_move_and_only_its()
    {
        var (moving, staying) = (await _host.Organization("Moving", timeZone: "UTC"), await _host.Organization("Staying", timeZone: "UTC"));
        var partnership = await _host.ActivePartnership(moving, staying);
        var running = await _host.ActiveCommitment(partnership, moving, "2026-12-31", "Running", "2026-06-30");
        var claimed = await _host.ActiveCommitment(partnership, moving, "2026-12-30", "ReportedComplete", "2026-06-30");
        var others = await _host.ActiveCommitment(partnership, staying, "2026-12-31", "Others", "2026-06-30");
        await _host.ClaimCompletion(claimed, "2026-11-20");

        await _host.Send(new ChangeOrganization(moving, "Moving", "22", "BD", "Asia/Dhaka", null, null, null, IsCommunity: false));

        var rows = await _host.Db(db => db.Commitments.Include(c => c.Milestones).ToDictionaryAsync(c => c.Id));
        rows[running].OverdueAt.ShouldBe(Instant("2026-12-31T18:00:00Z"));
        rows[running].Milestones[0].OverdueAt.ShouldBe(Instant("2026-06-30T18:00:00Z"));
        rows[others].OverdueAt.ShouldBe(Instant("2027-01-01T00:00:00Z"));
        rows[others].Milestones[0].OverdueAt.ShouldBe(Instant("2026-07-01T00:00:00Z"));

        // A clock that stands still stays still, but goes on from the right instant should it be returned.
        rows[claimed].OverdueAt.ShouldBeNull();
        rows[claimed].DueAt.ShouldBe(Instant("2026-12-30T18:00:00Z"));
        rows[claimed].Milestones[0].OverdueAt.ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Where_a_commitment_names_no_country_it_moves_with_its_organization()
    {
        var moving = await _host.Organization("Moving", country: "BD");
        var partnership = await _host.ActivePartnership(moving, await _host.Organization("Staying"));
        var id = await _host.ActiveCommitment(partnership, moving, "2026-12-31");

        await _host.Send(new ChangeOrganization(moving, "Moving", "22", "CH", "Asia/Dhaka", null, null, null, IsCommunity: false));

        (await _host.Send(new ListCommitments { CountryCode = "CHE", OrganizationId = moving.Value })).Items.ShouldHaveSingleItem().Id.ShouldBe(id.Value);
        (await _host.Send(new ListCommitments { CountryCode = "BD", OrganizationId = moving.Value })).Items.ShouldBeEmpty();
        (await _host.Send(new GetCommitment(id))).CountryCodes.ShouldBeEmpty("it was never said");
    }
}
