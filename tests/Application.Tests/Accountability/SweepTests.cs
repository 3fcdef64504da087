using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Accountability;

public sealed class SweepOnSqlite() : SweepTests(DatabaseProvider.Sqlite);

public sealed class SweepOnPostgreSql() : SweepTests(DatabaseProvider.PostgreSql);

/// <summary>Each test has a database of its own, because a sweep sees everything.</summary>
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
    public async Task What_became_late_is_flagged_once()
    {
        var late = await _host.ActiveCommitment(_partnership, _organization, "2026-11-20", "Late", "2026-11-19");
        await _host.ActiveCommitment(_partnership, _organization, "2026-11-21", "Due today", "2026-11-21");

        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 2, Cleared: 0));

        var flags = await Flags();
        flags.Select(f => (f.Kind, f.CommitmentId)).ShouldBe([(FlagKind.CommitmentOverdue, late.Value), (FlagKind.MilestoneOverdue, late.Value)], ignoreOrder: true);
        flags.ShouldAllBe(f => f.RaisedAt == TestClock.Start && f.ClearedAt == null);
    }

    [DatabaseFact]
    public async Task A_second_sweep_in_a_row_does_nothing()
    {
        await _host.ActiveCommitment(_partnership, _organization, "2026-11-20", "Late", "2026-11-19");
        await _host.Send(new Sweep());

        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(0, 0));
    }

    private async Task<IReadOnlyList<FlagItem>> Flags() => (await _host.Send(new ListFlags(Limit: 200))).Items;
}
