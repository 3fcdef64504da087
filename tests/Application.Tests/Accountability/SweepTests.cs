using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Accountability;

public sealed class SweepOnSqlite() : SweepTests(DatabaseProvider.Sqlite);

public sealed class SweepOnPostgreSql() : SweepTests(DatabaseProvider.PostgreSql);

/// <summary>Each test has a database of its own, because a sweep covers all commitments. Now is 2026-11-21, 06:00 UTC.</summary>
public abstract class SweepTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider);
        _organization = await _host.Organization("Green Delta", "22", "BD", "UTC");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry of Health", "10"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task An_overdue_commitment_and_an_overdue_milestone_are_flagged_once()
    {
        var overdue = await Active("2026-11-20", "2026-11-19");
        await Active("2026-11-21", "2026-11-21");

        (await Sweep()).ShouldBe(new SweepResult(Raised: 2, Cleared: 0));

        var flags = await Flags();
        flags
            .Select(f => (f.Kind, f.CommitmentId, f.DueDate))
            .ShouldBe(
                [
                    (FlagKind.CommitmentOverdue, (Guid?)overdue.Value, Day("2026-11-20")),
                    (FlagKind.MilestoneOverdue, (Guid?)overdue.Value, Day("2026-11-19")),
                ],
                ignoreOrder: true
            );
        flags.ShouldAllBe(f => f.RaisedAt == Start && f.ClearedAt == null && f.ClearedBecause == null);
        flags.Single(f => f.Kind == FlagKind.CommitmentOverdue).OverdueAt.ShouldBe(Instant("2026-11-21T00:00:00Z"));
    }

    [DatabaseFact]
    public async Task A_second_sweep_in_a_row_does_nothing_and_leaves_nothing_to_check()
    {
        await Active("2026-11-20", "2026-11-19");
        await Sweep();

        (await Sweep()).ShouldBe(new SweepResult(0, 0));
        (await _host.Db(db => db.Commitments.CountAsync(c => c.SweepAt <= _host.Clock.Now))).ShouldBe(0);
        (await _host.Db(db => db.Milestones.CountAsync(m => m.SweepAt <= _host.Clock.Now))).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Two_sweeps_at_once_raise_each_flag_once()
    {
        for (var i = 0; i < 5; i++)
            await Active("2026-11-20", "2026-11-19");

        // On PostgreSQL one of them may fail with a serialization error, but none may raise a second flag.
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    try
                    {
                        await Sweep();
                    }
                    catch (Exception e) when (e is Npgsql.PostgresException or DbUpdateException or InvalidOperationException)
                    {
                        e.GetBaseException().ShouldBeOfType<Npgsql.PostgresException>().SqlState.ShouldBeOneOf("40001", "40P01", "23505");
                    }
                })
        );

        (await Flags()).Count.ShouldBe(10);
    }

    [DatabaseFact]
    public async Task A_commitment_that_is_not_accepted_is_not_overdue()
    {
        var draft = await _host.Draft(_partnership, _organization, "2020-01-01", "Old", "2019-01-01");
        (await Sweep()).Raised.ShouldBe(0);
        await _host.Send(new SubmitCommitment(draft));
        (await Sweep()).Raised.ShouldBe(0);

        await _host.Send(new AcceptCommitment(draft));
        (await Sweep()).Raised.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task A_milestone_can_be_overdue_while_its_commitment_is_not()
    {
        await Active("2027-12-31", "2026-06-30", "2027-06-30");
        (await Sweep()).Raised.ShouldBe(1);
        (await Flags()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.MilestoneOverdue);
    }

    [DatabaseFact]
    public async Task The_flag_of_a_completed_milestone_is_cleared_because_it_was_delivered()
    {
        var id = await Active("2027-12-31", "2026-06-30");
        await Sweep();
        _host.Clock.Now += TimeSpan.FromMinutes(15);
        await _host.Send(new CompleteMilestone(id, await FirstMilestone(id)));

        (await Sweep()).ShouldBe(new SweepResult(0, 1));
        (await Flags())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.ClearedBecause.ShouldBe(ClearedBecause.Delivered),
                f => f.ClearedAt.ShouldBe(_host.Clock.Now),
                f => f.RaisedAt.ShouldBe(Start)
            );
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
    }

    [DatabaseFact]
    public async Task The_flag_of_a_removed_milestone_is_cleared_because_it_was_removed()
    {
        var id = await Active("2027-12-31", "2026-06-30");
        await Sweep();
        var change = await _host.Send(
            new RequestChange(
                id,
                new ChangeTerms(null, ChangeReason.Scope, "It is done by others.", await FirstMilestone(id), DropMilestone: true)
            )
        );
        await _host.Send(new ApproveChangeRequest(id, change));

        (await Sweep()).ShouldBe(new SweepResult(0, 1));
        (await Flags()).ShouldHaveSingleItem().ClearedBecause.ShouldBe(ClearedBecause.MilestoneRemoved);
    }

    [DatabaseFact]
    public async Task Reporting_completion_clears_the_flags_of_the_commitment_and_its_milestones()
    {
        var id = await Active("2026-11-20", "2026-06-30", "2026-07-31");
        await Sweep();
        await _host.ReportComplete(id, "2026-11-21");

        (await Sweep()).ShouldBe(new SweepResult(0, 3));
        (await Flags()).ShouldAllBe(f => f.ClearedBecause == ClearedBecause.ReportedComplete);
    }

    [DatabaseFact]
    public async Task A_commitment_reported_complete_before_its_due_day_is_never_flagged_as_overdue()
    {
        var id = await Active("2026-11-25", "2026-11-24");
        await _host.ReportComplete(id, "2026-11-21");
        _host.Clock.Set("2026-12-01T00:00:00Z");
        (await Sweep()).ShouldBe(new SweepResult(0, 0));

        _host.Clock.Set("2027-06-01T00:00:00Z");
        await Sweep();
        (await Flags()).ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.ReviewOverdue, "the review is overdue");
    }

    [DatabaseFact]
    public async Task Closing_and_withdrawing_a_commitment_clear_its_flags()
    {
        var closed = await Active("2026-11-20", "2026-06-30");
        var withdrawn = await Active("2026-11-20", "2026-06-30");
        await Sweep();
        await _host.Close(closed, ClosingOutcome.PartlyCompleted, "2026-11-20");
        await _host.Withdraw(withdrawn);

        (await Sweep()).ShouldBe(new SweepResult(0, 4));
        (await Flags()).ShouldAllBe(f => f.ClearedBecause == ClearedBecause.Closed);
    }

    [DatabaseFact]
    public async Task When_an_organization_moves_west_its_due_days_end_later_and_flags_are_cleared_until_then()
    {
        await Active("2026-11-20", "2026-11-20");
        (await Sweep()).ShouldBe(new SweepResult(2, 0));

        await MoveTo("Pacific/Pago_Pago");
        (await Sweep()).ShouldBe(new SweepResult(0, 2));
        (await Flags()).ShouldAllBe(f => f.ClearedBecause == ClearedBecause.TimeZoneChanged);

        _host.Clock.Set("2026-11-21T11:00:00Z");
        (await Sweep()).ShouldBe(new SweepResult(2, 0));
        (await Flags()).Count(f => f.ClearedAt is null).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task When_an_organization_moves_east_its_due_days_end_earlier()
    {
        await Active("2026-11-21", "2026-11-21");
        _host.Clock.Set("2026-11-21T10:00:00Z");
        (await Sweep()).Raised.ShouldBe(0);

        await MoveTo("Pacific/Kiritimati");
        (await Sweep()).ShouldBe(new SweepResult(2, 0));
    }

    [DatabaseTheory]
    [InlineData("Pacific/Kiritimati", "2026-11-30", "2026-11-30T10:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "2026-11-30", "2026-12-01T11:00:00Z")]
    [InlineData("Europe/Berlin", "2027-03-28", "2027-03-28T22:00:00Z")]
    [InlineData("Europe/Berlin", "2027-10-31", "2027-10-31T23:00:00Z")]
    [InlineData("Africa/Cairo", "2027-04-29", "2027-04-29T22:00:00Z")]
    public async Task A_due_day_lasts_until_its_end_in_the_organizations_time_zone(string zone, string due, string end)
    {
        await MoveTo(zone);
        var id = await Active(due, due);

        _host.Clock.Now = Instant(end).AddTicks(-1);
        (await Sweep()).Raised.ShouldBe(0);
        (await _host.Send(new GetCommitment(id))).ShouldSatisfyAllConditions(
            c => c.IsOverdue.ShouldBeFalse(),
            c => c.Milestones[0].IsOverdue.ShouldBeFalse()
        );

        _host.Clock.Now = Instant(end);
        (await Sweep()).Raised.ShouldBe(2);
        (await _host.Send(new GetCommitment(id))).ShouldSatisfyAllConditions(
            c => c.IsOverdue.ShouldBeTrue(),
            c => c.DaysOverdue.ShouldBe(1),
            c => c.Milestones[0].IsOverdue.ShouldBeTrue(),
            c => c.Milestones[0].DaysOverdue.ShouldBe(1)
        );
    }

    [DatabaseFact]
    public async Task Flags_do_not_increase_the_commitments_version()
    {
        var id = await Active("2026-11-20", "2026-06-30");
        var version = (await _host.Send(new GetCommitment(id))).Version;
        await Sweep();
        (await _host.Send(new GetCommitment(id))).Version.ShouldBe(version);
    }

    [DatabaseFact]
    public async Task The_number_of_queries_of_a_sweep_does_not_depend_on_the_number_of_commitments()
    {
        var before = await _host.Sql.During(Sweep);
        for (var i = 0; i < 10; i++)
            await Active("2026-11-20", "2026-06-30");
        var after = await _host.Sql.During(Sweep);
        after.Count.ShouldBe(before.Count);
    }

    private Task<CommitmentId> Active(string due, params string[] milestones) =>
        _host.ActiveCommitment(_partnership, _organization, due, "Screen 5,000 people", milestones);

    private Task<SweepResult> Sweep() => _host.Send(new Sweep());

    private async Task<IReadOnlyList<FlagItem>> Flags() => (await _host.Send(new ListFlags(Limit: 200))).Items;

    private async Task<MilestoneId> FirstMilestone(CommitmentId id) => new((await _host.Send(new GetCommitment(id))).Milestones[0].Id);

    private async Task MoveTo(string zone) =>
        await _host.Send(new ChangeOrganization(_organization, "Green Delta", "22", "BD", zone, null, null, null, IsCommunity: false));
}
