using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

/// <summary>Rules that hold for every sequence of commands, not only for the examples.</summary>
public sealed class CommitmentProperties
{
    private static readonly Dictionary<CommitmentStatus, CommitmentStatus[]> Legal = new()
    {
        [CommitmentStatus.Draft] = [CommitmentStatus.Submitted, CommitmentStatus.Withdrawn],
        [CommitmentStatus.Submitted] =
        [
            CommitmentStatus.Draft,
            CommitmentStatus.Active,
            CommitmentStatus.Withdrawn,
            CommitmentStatus.Superseded,
        ],
        [CommitmentStatus.Active] =
        [
            CommitmentStatus.Completed,
            CommitmentStatus.PartlyCompleted,
            CommitmentStatus.NotCompleted,
            CommitmentStatus.Withdrawn,
            CommitmentStatus.Superseded,
        ],
        [CommitmentStatus.Completed] = [CommitmentStatus.Active],
        [CommitmentStatus.PartlyCompleted] = [CommitmentStatus.Active],
        [CommitmentStatus.NotCompleted] = [CommitmentStatus.Active],
        [CommitmentStatus.Withdrawn] = [],
        [CommitmentStatus.Superseded] = [],
    };

    [Property(MaxTest = 400, Arbitrary = [typeof(Commands)])]
    public bool No_sequence_of_commands_reaches_an_illegal_state(Commands commands)
    {
        var scenario = new Scenario();
        foreach (var command in commands.Numbers)
        {
            var (before, version, events) = (scenario.Commitment.Status, scenario.Commitment.Version, scenario.Commitment.Events.Count);
            var refused = !scenario.Try(command);
            var after = scenario.Commitment.Status;
            if (refused && (after != before || scenario.Commitment.Version != version || scenario.Commitment.Events.Count != events))
                return false;
            if (after != before && !Legal[before].Contains(after))
                return false;
            if (!scenario.IsConsistent)
                return false;
        }

        return true;
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(Commands)])]
    public bool Slippage_is_the_sum_of_the_approved_changes(Commands commands)
    {
        var scenario = new Scenario();
        foreach (var command in commands.Numbers)
            scenario.Try(command);
        var approved = scenario
            .Changes.Where(c => c is { Status: ChangeRequestStatus.Approved, MilestoneId: null, NewDueDate: not null })
            .ToList();
        return scenario.Commitment.DaysSlipped == approved.Sum(c => c.NewDueDate!.Value.DayNumber - c.OldDueDate!.Value.DayNumber)
            && scenario.Commitment.TimesMoved == approved.Count
            && scenario.Commitment.DaysSlipped
                == scenario.Commitment.DueDate!.Value.DayNumber - scenario.Commitment.OriginalDueDate!.Value.DayNumber;
    }

    [Property(MaxTest = 200)]
    public bool Expected_progress_never_decreases_over_time_and_stays_between_0_and_100(
        (PositiveInt Day, PositiveInt Weight, bool Done)[] milestones,
        PositiveInt length
    )
    {
        var start = Day("2026-01-01");
        var plan = new ProgressPlan(
            milestones.Select(m => new PlannedMilestone(start.AddDays(m.Day.Get % 900), m.Weight.Get, m.Done)),
            start,
            start.AddDays(length.Get)
        );
        var expected = Enumerable.Range(-5, 920).Select(i => plan.ExpectedOn(start.AddDays(i))!.Value).ToList();
        return expected.Zip(expected.Skip(1)).All(pair => pair.First <= pair.Second)
            && expected.All(points => points is >= 0 and <= 100.0000001m);
    }

    [Property(MaxTest = 300)]
    public bool The_first_day_above_a_number_of_points_is_the_earliest_such_day(PositiveInt length, NonNegativeInt points)
    {
        var start = Day("2026-01-01");
        var (plan, limit) = (new ProgressPlan([], start, start.AddDays(length.Get)), points.Get % 100);
        var day = plan.FirstDayAbove(limit)!.Value;
        return plan.ExpectedOn(day) > limit && (day == start || plan.ExpectedOn(day.AddDays(-1)) <= limit);
    }

    /// <summary>Commands to a commitment, one number each; <see cref="Scenario.Try"/> carries out the command of a number.</summary>
    public sealed record Commands(int[] Numbers)
    {
        public static Arbitrary<Commands> Any() =>
            Arb.From(Gen.ArrayOf(Gen.Choose(0, 9999)).Select(numbers => new Commands(numbers)), Shrink);

        public override string ToString() => string.Join(", ", Numbers);

        /// <summary>The same without one of the commands, so that a failure is reported with as few as possible.</summary>
        private static IEnumerable<Commands> Shrink(Commands commands) =>
            commands.Numbers.Select((_, i) => new Commands([.. commands.Numbers[..i], .. commands.Numbers[(i + 1)..]]));
    }

    /// <summary>One commitment with its progress reports and change requests.</summary>
    private sealed class Scenario
    {
        private readonly List<ProgressReport> _reports = [];
        private DateTimeOffset _now = Now;

        public Commitment Commitment { get; } =
            Draft(Partner(), Terms("2027-06-30", "2026-12-31", "2027-06-30") with { ReportingFrequency = ReportingFrequency.Monthly });

        public List<ChangeRequest> Changes { get; } = [];

        /// <summary>
        /// A deadline applies exactly while something is due, what is owed does not overlap, and the commitment is reported complete
        /// exactly while a report says so. (A period of one day is a returned report that is owed again.)
        /// </summary>
        public bool IsConsistent
        {
            get
            {
                var c = Commitment;
                var owed = c.Periods.Where(p => p.Status == ReportingPeriodStatus.Open && p.From < p.To).OrderBy(p => p.From).ToList();
                var delivery = c.Status == CommitmentStatus.Active && c.ReportedCompleteOn is null;
                return c.OverdueAt is not null == delivery
                    && c.Milestones.All(m => m.OverdueAt is not null == (delivery && m.CompletedOn is null && !m.IsDropped))
                    && (c.Status != CommitmentStatus.Active || c.CompletionReportId == StandingCompletion(null)?.Id)
                    && (c.Status == CommitmentStatus.Active || owed.Count == 0)
                    && owed.Zip(owed.Skip(1)).All(pair => pair.First.To < pair.Second.From)
                    && (c.Status == CommitmentStatus.Active || (c.ReportDueAt, c.ReviewDueAt, c.OffTrackAt) == (null, null, null))
                    && (
                        c.Status is not (CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted or CommitmentStatus.NotCompleted)
                        || c.AssessedLevel is not null
                    );
            }
        }

        private DecisionContext Context =>
            new(
                _now,
                Actor.System,
                TimeZoneInfo.FindSystemTimeZoneById("Asia/Dhaka"),
                true,
                new AccountabilityRules { SmartGate = SmartGate.None }
            );

        /// <returns>Whether it was done; a refusal must leave everything unchanged.</returns>
        public bool Try(int command)
        {
            _now = _now.AddSeconds(1);
            var (c, context, pick) = (Commitment, Context, command / 21);
            try
            {
                switch (command % 21)
                {
                    case 0:
                        c.Submit(true, context);
                        break;
                    case 1 or 2:
                        c.Accept(null, context);
                        break;
                    case 3:
                        c.Return("Not yet.", context);
                        break;
                    case 4:
                        if (pick % 8 == 0 && c.Withdraw("No more.", IsPending(null), context) is { } end)
                            Changes.Add(end);
                        break;
                    case 5:
                        c.Close((ClosingOutcome)(pick % 3), "Ended.", context.Today, context);
                        break;
                    case 6:
                        c.Assess((CompletionLevel)(pick % 5), "Seen.", context.Today, context);
                        break;
                    case 7:
                        c.Reopen("Wrong.", null, context);
                        break;
                    case 8 or 9:
                        _reports.Add(
                            c.ReportProgress(
                                c.OrganizationId,
                                new ProgressStatement(context.Today, pick, "So far.", null, pick % 3 == 0, null),
                                context
                            )
                        );
                        break;
                    case 10:
                        if (_reports.Count > 0)
                            c.AcceptProgressReport(_reports[pick % _reports.Count], null, null, context);
                        break;
                    case 11:
                        if (_reports.Count > 0)
                            Return(_reports[pick % _reports.Count], context);
                        break;
                    case 12:
                        c.CompleteMilestone(c.Milestones[pick % 2].Id, context.Today, context);
                        break;
                    case 13:
                        c.ReopenMilestone(c.Milestones[pick % 2].Id, "Wrong.", context);
                        break;
                    case 14 or 15:
                        Changes.Add(
                            c.RequestChange(
                                new ChangeTerms(c.DueDate!.Value.AddDays((pick % 200) - 60), ChangeReason.Data, "Moved."),
                                IsPending(null),
                                context
                            )
                        );
                        break;
                    case 16:
                        Changes.Add(
                            c.RequestChange(
                                new ChangeTerms(null, ChangeReason.Scope, "Gone.", c.Milestones[pick % 2].Id, DropMilestone: true),
                                IsPending(c.Milestones[pick % 2].Id),
                                context
                            )
                        );
                        break;
                    case 17:
                        if (Changes.Count > 0)
                            c.ApproveChangeRequest(Changes[pick % Changes.Count], null, null, context);
                        break;
                    case 18:
                        if (Changes.Count > 0)
                            c.RejectChangeRequest(Changes[pick % Changes.Count], "No.", null, context);
                        break;
                    case 19:
                        Changes.Add(
                            c.RequestChange(
                                new ChangeTerms(null, ChangeReason.Other, "Agreed.", ReportingFrequency: (ReportingFrequency)(pick % 5)),
                                IsPending(null),
                                context
                            )
                        );
                        break;
                    default:
                        _now = _now.AddDays(pick % 40);
                        if (c.Status == CommitmentStatus.Active)
                            c.RollPeriods(Context);
                        break;
                }

                return true;
            }
            catch (DomainException)
            {
                return false;
            }
        }

        private void Return(ProgressReport report, DecisionContext context) =>
            Commitment.ReturnProgressReport(report, "No.", null, StandingCompletion(report), context);

        private ProgressReport? StandingCompletion(ProgressReport? besides) =>
            _reports.Find(r =>
                r != besides
                && r.ReportsCompletion
                && r.Status != ProgressReportStatus.Returned
                && !(r.SubmittedAt <= Commitment.ReopenedAt)
            );

        private bool IsPending(MilestoneId? milestone) =>
            Changes.Exists(x => x.Status == ChangeRequestStatus.Requested && x.MilestoneId == milestone);
    }
}
