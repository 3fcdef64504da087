using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Accountability;

public sealed class InitiativeSweepOnSqlite() : InitiativeSweepTests(DatabaseProvider.Sqlite);

public sealed class InitiativeSweepOnPostgreSql() : InitiativeSweepTests(DatabaseProvider.PostgreSql);

/// <summary>The flags of initiatives that the board does not answer in time. Now is 2026-11-21, 06:00 UTC.</summary>
public abstract class InitiativeSweepTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task An_initiative_that_is_not_decided_by_its_date_is_flagged_once_until_it_is()
    {
        var id = await Proposed();
        _host.Clock.Now = Instant("2026-12-21T23:59:59Z");
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
        _host.Clock.Now = Instant("2026-12-22T00:00:00Z");
        (await Sweep()).ShouldBe(new SweepResult(Raised: 1, Cleared: 0));
        (await Sweep()).ShouldBe(new SweepResult(0, 0));

        var flag = (await Flags()).ShouldHaveSingleItem();
        (flag.Kind, flag.Owner, flag.InitiativeId).ShouldBe((FlagKind.InitiativeDecisionOverdue, FlagOwner.Board, (Guid?)id.Value));
        (flag.CommitmentId, flag.PartnershipId, flag.DueDate).ShouldBe((null, null, Day("2026-12-21")));
        (flag.OverdueAt, flag.DaysOverdue).ShouldBe((Instant("2026-12-22T00:00:00Z"), 1));

        await _host.SendAs(Role.Board, null, new AcceptInitiative(id, "It answers a need."));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 1));
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
        (await Flags()).ShouldHaveSingleItem().ClearedBecause.ShouldBe(ClearedBecause.Decided);
        var history = (await _host.Send(new GetInitiativeHistory(id))).Items;
        history.Select(h => h.Event).ShouldBe(["flagCleared", "initiativeAccepted", "flagRaised", "initiativeProposed"]);
        history[2].Text.ShouldBe("The board’s decision on the initiative became overdue. It was due on 21 December 2026.");
        (await _host.Send(new VerifyAudit())).Valid.ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task A_withdrawn_initiative_loses_its_flag_and_one_that_was_decided_gets_none()
    {
        var (late, inTime) = (await Proposed(), await Proposed());
        await _host.SendAs(Role.Board, null, new DeclineInitiative(inTime, "Too large."));
        _host.Clock.Now = Instant("2027-01-22T00:00:00Z");
        (await Sweep()).Raised.ShouldBe(1);
        (await Flags(inTime)).ShouldBeEmpty();
        await _host.Db(db =>
            db.Initiatives.Where(i => i.Id == late).ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, InitiativeStatus.Withdrawn))
        );
        (await Sweep()).Cleared.ShouldBe(1);
        (await Flags(late)).ShouldHaveSingleItem().ClearedBecause.ShouldBe(ClearedBecause.Closed);
    }

    [DatabaseFact]
    public async Task Webhooks_of_the_secretariat_and_of_the_organization_get_the_flags_and_those_of_others_do_not()
    {
        var (own, other) = (await _host.Organization("Own"), await _host.Organization("Other"));
        foreach (var organization in new[] { own.Value, other.Value, (Guid?)null })
            await _host.Send(
                new RegisterWebhook($"https://hooks.example.org/{organization}", "ops@example.org", OrganizationId: organization)
            );
        await _host.Send(new ProposeInitiative(Draft with { OrganizationId = own.Value }));
        _host.Clock.Now = Instant("2027-01-22T00:00:00Z");
        await Sweep();
        (await _host.Db(db => db.WebhookDeliveries.Where(d => d.Event == WebhookEvents.FlagRaised).CountAsync())).ShouldBe(2);
    }

    private static InitiativeDraft Draft =>
        new()
        {
            Title = "Peer learning",
            Pillar = "advocacy",
            Idea = "Nurses teach nurses.",
            Need = "Rural clinics lack training.",
        };

    private Task<InitiativeId> Proposed() => _host.Send(new ProposeInitiative(Draft));

    private Task<SweepResult> Sweep() => _host.Send(new Sweep());

    private async Task<IReadOnlyList<FlagItem>> Flags(InitiativeId? id = null) =>
        (await _host.Send(new ListFlags(FlagKind.InitiativeDecisionOverdue, InitiativeId: id?.Value))).Items;
}
