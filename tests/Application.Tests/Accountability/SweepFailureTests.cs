using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Accountability;

public sealed class SweepFailureOnSqlite() : SweepFailureTests(DatabaseProvider.Sqlite);

public sealed class SweepFailureOnPostgreSql() : SweepFailureTests(DatabaseProvider.PostgreSql);

/// <summary>A commitment or an initiative whose rows cannot be written does not stop the others.</summary>
public abstract class SweepFailureTests(DatabaseProvider provider) : IAsyncLifetime
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
    public async Task A_commitment_that_cannot_be_flagged_is_postponed_and_the_others_are_flagged()
    {
        var bad = await Overdue();
        var good = await Overdue();
        await RefuseAsync("Flags", "INSERT", $"NEW.\"CommitmentId\" = '{Stored(bad.Value)}'");

        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 1, Cleared: 0));
        (await _host.Db(db => db.Flags.Select(f => f.CommitmentId).ToListAsync())).ShouldBe([good]);
        _host.Errors.Lines.Count(line => line.Contains(bad.Value.ToString(), StringComparison.Ordinal)).ShouldBe(1);
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(0, 0), "it is postponed");

        await AllowAsync("Flags");
        _host.Clock.Now += TimeSpan.FromHours(1);
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 1, Cleared: 0));
    }

    [DatabaseFact]
    public async Task An_initiative_that_cannot_be_flagged_is_postponed_and_the_others_are_flagged()
    {
        var (bad, good) = (await Proposed(), await Proposed());
        await Overdue();
        _host.Clock.Now = Instant("2026-12-22T00:00:00Z");
        await RefuseAsync("Flags", "INSERT", $"NEW.\"InitiativeId\" = '{Stored(bad.Value)}'");

        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 2, Cleared: 0));
        (await _host.Db(db => db.Flags.Where(f => f.InitiativeId != null).Select(f => f.InitiativeId).ToListAsync())).ShouldBe([good]);
        _host.Errors.Lines.Count(line => line.Contains(bad.Value.ToString(), StringComparison.Ordinal)).ShouldBe(1);
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(0, 0), "it is postponed");

        await AllowAsync("Flags");
        _host.Clock.Now += TimeSpan.FromHours(1);
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 1, Cleared: 0));
    }

    [DatabaseFact]
    public async Task An_initiative_whose_flag_cannot_be_cleared_is_postponed_and_those_of_others_are_cleared()
    {
        var (bad, good) = (await Proposed(), await Proposed());
        _host.Clock.Now = Instant("2026-12-22T00:00:00Z");
        await _host.Send(new Sweep());
        foreach (var id in new[] { bad, good })
            await _host.SendAs(Role.Board, null, new DeclineInitiative(id, "Too large."));
        await RefuseAsync("Flags", "UPDATE", $"NEW.\"InitiativeId\" = '{Stored(bad.Value)}'");

        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 0, Cleared: 1));
        (await _host.Db(db => db.Flags.Where(f => f.ClearedAt == null).Select(f => f.InitiativeId).ToListAsync())).ShouldBe([bad]);

        await AllowAsync("Flags");
        _host.Clock.Now += TimeSpan.FromHours(1);
        (await _host.Send(new Sweep())).ShouldBe(new SweepResult(Raised: 0, Cleared: 1));
    }

    [DatabaseFact]
    public async Task A_commitment_whose_reporting_periods_cannot_be_stored_is_postponed_and_those_of_others_are_stored()
    {
        var bad = await Reporting();
        var good = await Reporting();
        await RefuseAsync("ReportingPeriods", "INSERT", $"NEW.\"CommitmentId\" = '{Stored(bad.Value)}'");
        _host.Clock.Now += TimeSpan.FromDays(200);
        var before = await Periods(good);
        await _host.Send(new Sweep());
        (await Periods(good)).ShouldBeGreaterThan(before);

        await AllowAsync("ReportingPeriods");
        var stopped = await Periods(bad);
        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Send(new Sweep());
        (await Periods(bad)).ShouldBeGreaterThan(stopped);
    }

    private Task<CommitmentId> Overdue() => _host.ActiveCommitment(_partnership, _organization, "2026-11-20");

    private async Task<CommitmentId> Reporting()
    {
        var id = await _host.Send(
            new DraftCommitment(
                _partnership,
                _organization,
                new CommitmentDraft
                {
                    Title = "Screen 5,000 people",
                    SdgTargets = ["3.4"],
                    StartDate = Day("2026-11-01"),
                    DueDate = Day("2028-06-30"),
                    ReportingFrequency = ReportingFrequency.Quarterly,
                }
            )
        );
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        return id;
    }

    private Task<int> Periods(CommitmentId id) => _host.Db(db => db.ReportingPeriods.CountAsync(p => p.CommitmentId == id));

    private Task<InitiativeId> Proposed() =>
        _host.Send(
            new ProposeInitiative(
                new InitiativeDraft
                {
                    Title = "Peer learning",
                    Pillar = "advocacy",
                    Idea = "Nurses teach nurses.",
                    Need = "Rural clinics lack training.",
                }
            )
        );

    private string Stored(Guid id) => provider == DatabaseProvider.Sqlite ? id.ToString().ToUpperInvariant() : id.ToString();

    /// <summary>Makes the database itself refuse a row, as it would an invalid one.</summary>
    private Task<int> RefuseAsync(string table, string what, string when) =>
        _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                provider == DatabaseProvider.Sqlite
                    ? $"CREATE TRIGGER refused BEFORE {what} ON \"{table}\" WHEN {when} BEGIN SELECT RAISE(ABORT, 'refused'); END"
                    : $$$"""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                    CREATE TRIGGER refused BEFORE {{{what}}} ON "{{{table}}}" FOR EACH ROW WHEN ({{{when}}}) EXECUTE FUNCTION refuse();
                    """
            )
        );

    private Task<int> AllowAsync(string table) =>
        _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                provider == DatabaseProvider.Sqlite ? "DROP TRIGGER refused" : $"DROP TRIGGER refused ON \"{table}\""
            )
        );
}
