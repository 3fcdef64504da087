using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Application.Tests.Accountability;

public sealed class OutcomeSweepOnSqlite() : OutcomeSweepTests(DatabaseProvider.Sqlite);

public sealed class OutcomeSweepOnPostgreSql() : OutcomeSweepTests(DatabaseProvider.PostgreSql);

/// <summary>
/// The flags of outcomes that nobody takes up by the day that the organizers set. The dialogue is in Dhaka, where that day, 24 December,
/// ends at 18:00 UTC.
/// </summary>
public abstract class OutcomeSweepTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly DateTimeOffset End = Instant("2026-12-24T18:00:00Z");

    private TrackerHost _host = null!;
    private OrganizationId _own,
        _partner;
    private PartnershipId _partnership;
    private DialogueId _dialogue;
    private OutcomeId _recommendation,
        _pathway;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(provider);
        (_own, _partner) = (await _host.Organization("Own"), await _host.Organization("Partner"));
        _partnership = await _host.ActivePartnership(_own, _partner);
        _dialogue = await Running();
        _recommendation = await Record(OutcomeKind.Recommendation, "Read the registers together");
        _pathway = await Record(OutcomeKind.Pathway, "A register for each village", "Print it", "Teach it");
        await Record(OutcomeKind.OpenQuestion, "Who pays?");
        await _host.Send(new ConsolidateDialogue(_dialogue));
        await _host.Send(new SetTakeUpDay(_dialogue, Day("2026-12-24")));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task An_outcome_that_nobody_takes_up_is_flagged_once_after_the_day_until_somebody_does()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        _host.Clock.Now = End.AddTicks(-1);
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
        _host.Clock.Now = End;
        (await Sweep()).ShouldBe(new SweepResult(Raised: 3, Cleared: 0), "the recommendation and both steps, but not the open question");
        (await Sweep()).ShouldBe(new SweepResult(0, 0));

        var flag = (await Flags(_recommendation)).ShouldHaveSingleItem();
        (flag.Kind, flag.Owner, flag.OutcomeStepId).ShouldBe((FlagKind.OutcomeNotTakenUp, FlagOwner.Organizers, null));
        (flag.CommitmentId, flag.InitiativeId).ShouldBe((null, null));
        (flag.OrganizationId, flag.PartnershipId).ShouldBe(((Guid?)_own.Value, (Guid?)_partnership.Value));
        (flag.DueDate, flag.OverdueAt, flag.DaysOverdue).ShouldBe((Day("2026-12-24"), End, 1));

        var commitment = await Draft(_recommendation);
        (await Sweep()).ShouldBe(new SweepResult(0, 0), "a draft takes nothing up");
        await _host.Send(new SubmitCommitment(commitment));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 1));
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
        (await Flags(_recommendation)).ShouldHaveSingleItem().ClearedBecause.ShouldBe(ClearedBecause.TakenUp);

        await _host.Send(new ReturnCommitment(commitment, "By when?"));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 1, Cleared: 0), "nobody has it any more");
        await _host.Send(new SubmitCommitment(commitment));
        await _host.Send(new AcceptCommitment(commitment));
        await _host.Withdraw(commitment);
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 1), "it was accepted once");
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
    }

    [DatabaseFact]
    public async Task A_pathway_is_judged_step_by_step_and_a_commitment_of_the_whole_takes_up_all_steps()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        _host.Clock.Now = End;
        await Sweep();
        var steps = (await Outcome(_pathway)).Steps;
        steps.Select(s => (s.Title, s.IsTakenUp, s.IsNotTakenUp)).ShouldBe([("Print it", false, true), ("Teach it", false, true)]);
        (await Flags(_pathway)).Select(f => f.OutcomeStepId).ShouldBe([(Guid?)steps[0].Id, (Guid?)steps[1].Id], ignoreOrder: true);

        await _host.Send(new SubmitCommitment(await Draft(_pathway, steps[0].Id)));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 1));
        (await Flags(_pathway, open: true)).ShouldHaveSingleItem().OutcomeStepId.ShouldBe(steps[1].Id);
        var partly = await Outcome(_pathway);
        (partly.IsTakenUp, partly.IsNotTakenUp).ShouldBe((true, false));
        partly.Steps.Select(s => s.IsNotTakenUp).ShouldBe([false, true]);

        await _host.Send(new SubmitCommitment(await Draft(_pathway)));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 1));
        (await Outcome(_pathway)).Steps.ShouldAllBe(s => s.IsTakenUp && !s.IsNotTakenUp);
    }

    [DatabaseFact]
    public async Task Moving_the_day_clears_the_flags_and_the_new_day_raises_them_again()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        _host.Clock.Now = End;
        (await Sweep()).Raised.ShouldBe(3);
        await _host.Send(new SetTakeUpDay(_dialogue, Day("2027-01-31")));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 3));
        (await Flags(_recommendation)).ShouldHaveSingleItem().ClearedBecause.ShouldBe(ClearedBecause.DueDateChanged);

        _host.Clock.Now = Instant("2027-01-31T18:00:00Z");
        (await Sweep()).ShouldBe(new SweepResult(Raised: 3, Cleared: 0));
        await _host.Send(new SetTakeUpDay(_dialogue, Day("2027-01-15")));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 3, Cleared: 3), "another day that has passed");
        (await Flags(_recommendation, open: true)).ShouldHaveSingleItem().DueDate.ShouldBe(Day("2027-01-15"));
        await _host.Send(new SetTakeUpDay(_dialogue, null));
        (await Sweep()).ShouldBe(new SweepResult(Raised: 0, Cleared: 3));
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
    }

    [DatabaseFact]
    public async Task Only_published_dialogues_are_judged()
    {
        _host.Clock.Now = End;
        (await Sweep()).ShouldBe(new SweepResult(0, 0));
        await _host.Send(new PublishDialogue(_dialogue));
        (await Sweep()).Raised.ShouldBe(3);
    }

    [DatabaseFact]
    public async Task The_history_of_the_dialogue_names_the_outcome_and_the_step_and_whoever_reads_it_sees_the_flags()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        _host.Clock.Now = End;
        await Sweep();
        await _host.Send(new SubmitCommitment(await Draft(_recommendation)));
        await Sweep();
        var history = (await _host.Send(new ListHistory { DialogueId = _dialogue.Value, Limit = 200 })).Items;
        history
            .Where(h => h.Event is "flagRaised" or "flagCleared")
            .Select(h => h.Text)
            .ShouldBe(
                [
                    "Nobody took up the outcome “Read the registers together” by 24 December 2026.",
                    "Nobody took up the step “Print it” of the outcome “A register for each village” by 24 December 2026.",
                    "Nobody took up the step “Teach it” of the outcome “A register for each village” by 24 December 2026.",
                    "The outcome “Read the registers together”, to be taken up by 24 December 2026, no longer waits. "
                        + "Reason: an organization took it up.",
                ],
                ignoreOrder: true
            );
        (await _host.Send(new VerifyAudit())).Valid.ShouldBeTrue();
        (await _host.SendAs(Role.Member, null, new ListFlags(FlagKind.OutcomeNotTakenUp))).Items.Count.ShouldBe(3, "it is published");
        (await _host.SendAs(Role.Officer, _partner, new ListFlags(OutcomeId: _pathway.Value))).Items.Count.ShouldBe(2);
    }

    [DatabaseFact]
    public async Task Webhooks_of_the_secretariat_and_of_the_organizers_get_the_flags_and_those_of_others_do_not()
    {
        foreach (var organization in new[] { _own.Value, _partner.Value, (Guid?)null })
            await _host.Send(
                new RegisterWebhook($"https://hooks.example.org/{organization}", "ops@example.org", OrganizationId: organization)
            );
        await _host.Send(new PublishDialogue(_dialogue));
        _host.Clock.Now = End;
        await Sweep();
        (await _host.Db(db => db.WebhookDeliveries.CountAsync(d => d.Event == WebhookEvents.FlagRaised))).ShouldBe(6);
    }

    [DatabaseFact]
    public async Task The_outcomes_of_a_dialogue_that_cannot_be_flagged_are_postponed_and_those_of_others_are_flagged()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        var bad = _recommendation;
        _dialogue = await Running();
        var good = await Record(OutcomeKind.ConsensusStatement, "Villages own their register");
        await _host.Send(new ConsolidateDialogue(_dialogue));
        await _host.Send(new PublishDialogue(_dialogue));
        await _host.Send(new SetTakeUpDay(_dialogue, Day("2026-12-24")));
        _host.Clock.Now = End;
        await RefuseAsync(bad.Value);

        (await Sweep()).ShouldBe(new SweepResult(Raised: 1, Cleared: 0));
        (await _host.Db(db => db.Flags.Select(f => f.OutcomeId).ToListAsync())).ShouldBe([good]);
        (await Sweep()).ShouldBe(new SweepResult(0, 0), "they are postponed");

        await AllowAsync();
        _host.Clock.Now += TimeSpan.FromHours(1);
        (await Sweep()).ShouldBe(new SweepResult(Raised: 3, Cleared: 0));
    }

    [DatabaseFact]
    public async Task The_report_to_the_board_says_how_many_outcomes_nobody_took_up_and_which()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        (await Report()).Text.ShouldNotContain("Outcomes nobody took up");
        _host.Clock.Now = End;
        await Sweep();
        var report = await Report();
        foreach (var text in new[] { report.Text, report.Html })
        {
            text.ShouldContain("Outcomes nobody took up");
            text.ShouldContain("2 outcomes of dialogues were not taken up by the day that their organizers set.");
            text.ShouldContain("Read the registers together");
            text.ShouldContain("A register for each village: Teach it");
            text.ShouldContain("To be taken up by 24 Dec 2026. Dialogue: Health posts and villages.");
            text.ShouldContain($"/dialogues/{_dialogue.Value}/outcomes/{_pathway.Value}");
        }

        var figures = report.Snapshot.GetProperty("outcomesNotTakenUp");
        (figures.GetProperty("outcomes").GetInt32(), figures.GetProperty("total").GetInt32()).ShouldBe((2, 3));
        var ofOther = await Report(new ReportFilter((await _host.ActivePartnership("Another", _partner, _own)).Value));
        ofOther.Text.ShouldNotContain("Outcomes nobody took up");

        await _host.Send(new SubmitCommitment(await Draft(_recommendation)));
        await _host.Send(new SubmitCommitment(await Draft(_pathway)));
        await Sweep();
        (await Report()).Text.ShouldNotContain("Outcomes nobody took up");
    }

    [DatabaseFact]
    public async Task A_report_of_a_part_says_it_of_the_dialogues_of_that_part()
    {
        await _host.Send(new PublishDialogue(_dialogue));
        _host.Clock.Now = End;
        await Sweep();
        (await Outcomes(new ReportFilter(SdgGoal: 3))).ShouldBe(0, "the partnership has no commitment yet");
        await _host.Draft(_partnership, _partner, "2027-06-30");
        var terms = new ProposePartnership("Healthy communities", Day("2024-01-01"), Pillars: [PillarCodes.Advocacy]);
        await _host.Send(new RevisePartnership(_partnership, terms));
        (ReportFilter Part, int Outcomes)[] parts =
        [
            (new ReportFilter(SdgGoal: 3), 2),
            (new ReportFilter(SdgGoal: 4), 0),
            (new ReportFilter(CountryCode: "BD"), 2),
            (new ReportFilter(CountryCode: "CH"), 0),
            (new ReportFilter(Sector: Sector.CivilSociety), 2),
            (new ReportFilter(Sector: Sector.Public), 0),
            (new ReportFilter(Pillar: PillarCodes.Advocacy), 2),
            (new ReportFilter(Pillar: PillarCodes.CapacityStrengthening), 0),
            (new ReportFilter(_partnership.Value, _own.Value, SdgGoal: 3, Pillar: PillarCodes.Advocacy), 2),
            (new ReportFilter(_partnership.Value, _partner.Value), 0),
        ];
        foreach (var (part, outcomes) in parts)
            (await Outcomes(part)).ShouldBe(outcomes, part.ToString());
        (await Report(new ReportFilter(SdgGoal: 3))).Text.ShouldContain("Outcomes nobody took up");
        (await Report(new ReportFilter(SdgGoal: 4))).Text.ShouldNotContain("Outcomes nobody took up");

        async Task<int> Outcomes(ReportFilter part) => (await _host.Send(new GetOutcomesNotTakenUp(part))).Outcomes;
    }

    [DatabaseFact]
    public async Task A_long_list_in_the_report_says_how_much_it_leaves_out()
    {
        _dialogue = await Running();
        await Record(OutcomeKind.Pathway, "Many steps", [.. Enumerable.Range(1, 12).Select(i => $"Step {i}")]);
        await _host.Send(new ConsolidateDialogue(_dialogue));
        await _host.Send(new PublishDialogue(_dialogue));
        await _host.Send(new SetTakeUpDay(_dialogue, Day("2026-12-24")));
        _host.Clock.Now = End;
        (await Sweep()).Raised.ShouldBe(12);
        var found = await _host.Send(new GetOutcomesNotTakenUp());
        (found.Outcomes, found.Total, found.Longest.Count).ShouldBe((1, 12, 10));
        (await Report()).Text.ShouldContain("2 more outcomes and steps are not listed here.");
    }

    private async Task<DialogueId> Running()
    {
        var id = await _host.Send(
            new PlanDialogue(
                _own,
                new DialogueDraft
                {
                    Title = "Health posts and villages",
                    Question = "What makes a partnership last?",
                    StartsOn = Day("2026-11-30"),
                    StartTime = "14:00",
                    TimeZone = "Asia/Dhaka",
                    PartnershipId = _partnership.Value,
                }
            )
        );
        await _host.Send(new AddSegment(id, new SegmentDraft("What we agree on", SegmentMethod.Plenary, 30)));
        await _host.Send(new StartDialogue(id));
        return id;
    }

    private Task<OutcomeId> Record(OutcomeKind kind, string title, params string[] steps) =>
        _host.Send(
            new RecordOutcome(
                _dialogue,
                new OutcomeDraft
                {
                    Kind = kind,
                    Title = title,
                    Steps = [.. steps.Select(step => new StepDraft(step))],
                }
            )
        );

    /// <summary>A draft of the partner that can be submitted.</summary>
    private async Task<CommitmentId> Draft(OutcomeId outcome, Guid? step = null)
    {
        var id = await _host.Send(
            new DraftCommitmentOfOutcome(_dialogue, outcome, _partner, step is { } of ? new OutcomeStepId(of) : null)
        );
        var draft = new CommitmentDraft
        {
            Title = "Print 300 registers",
            SdgTargets = ["3.4"],
            DueDate = Day("2027-06-30"),
        };
        await _host.Send(new ReviseCommitment(id, draft));
        return id;
    }

    private Task<SweepResult> Sweep() => _host.Send(new Sweep());

    private Task<OutcomeDetails> Outcome(OutcomeId id) => _host.Send(new GetOutcome(_dialogue, id));

    private async Task<IReadOnlyList<FlagItem>> Flags(OutcomeId id, bool? open = null) =>
        (await _host.Send(new ListFlags(FlagKind.OutcomeNotTakenUp, open, OutcomeId: id.Value))).Items;

    private async Task<AccountabilityReportDetails> Report(ReportFilter? filter = null)
    {
        var schedule = await _host.Send(
            new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", ["board@example.org"], Filter: filter)
        );
        return await _host.Send(new GetAccountabilityReport(await _host.Send(new RunReportSchedule(schedule))));
    }

    /// <summary>Makes the database itself refuse a flag of this outcome, as it would an invalid one.</summary>
    private Task<int> RefuseAsync(Guid outcome) =>
        _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                provider == DatabaseProvider.Sqlite
                    ? $"""
                    CREATE TRIGGER refused BEFORE INSERT ON "Flags" WHEN NEW."OutcomeId" = '{outcome.ToString().ToUpperInvariant()}'
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """
                    : $$$"""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                    CREATE TRIGGER refused BEFORE INSERT ON "Flags" FOR EACH ROW WHEN (NEW."OutcomeId" = '{{{outcome}}}')
                    EXECUTE FUNCTION refuse();
                    """
            )
        );

    private Task<int> AllowAsync() =>
        _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                provider == DatabaseProvider.Sqlite ? "DROP TRIGGER refused" : "DROP TRIGGER refused ON \"Flags\""
            )
        );
}
