using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct CommitmentId(Guid Value)
{
    public static CommitmentId New() => new(Guid.CreateVersion7());
}

public enum CommitmentStatus
{
    Draft,
    Submitted,
    Active,
    Completed,
    PartlyCompleted,
    NotCompleted,
    Withdrawn,
    Superseded,
}

/// <summary>
/// A commitment by one accountable organization inside a partnership. Milestones, supporters and open reporting periods are loaded with it;
/// progress reports, assessments, change requests, payments and flags are rows of their own. This file holds its life cycle; the
/// other parts are in the files beside it.
/// </summary>
public sealed partial class Commitment : AggregateRoot, IImported
{
    private readonly List<Milestone> _milestones = [];
    private readonly List<CommitmentTarget> _targets = [];
    private readonly List<CommitmentCountry> _countries = [];
    private readonly List<CommitmentTheme> _themeRows = [];
    private readonly List<Supporter> _supporters = [];
    private readonly ReportingSchedule _schedule = new();

    private Commitment() { }

    public CommitmentId Id { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>The accountable organization.</summary>
    public OrganizationId OrganizationId { get; private set; }

    public CommitmentStatus Status { get; private set; }

    /// <summary>
    /// Whether it was ever accepted. A draft or submission that was withdrawn never became a commitment and is not counted as one.
    /// </summary>
    public bool WasAccepted { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The title as it is searched and sorted.</summary>
    public string TitleKey { get; private set; } = "";

    public string? Description { get; private set; }

    public string? Pillar { get; private set; }

    public IReadOnlyList<string> Themes { get; private set; } = [];

    public DateOnly? StartDate { get; private set; }

    /// <summary>Null only for a draft, or one that ended without a due date.</summary>
    public DateOnly? DueDate { get; private set; }

    /// <summary>The due date as it is sorted: a commitment without one comes last.</summary>
    public DateOnly DueDateKey { get; private set; }

    /// <summary>The first due date; it never changes after acceptance.</summary>
    public DateOnly? OriginalDueDate { get; private set; }

    public Measure? Measure { get; private set; }

    public ReportingFrequency ReportingFrequency
    {
        get => _schedule.Frequency;
        private set => _schedule.Frequency = value;
    }

    public Funding? Funding { get; private set; }

    public CommitmentContext Context { get; private set; } = new();

    public string? SourceId { get; private set; }

    /// <summary>Who submitted it last.</summary>
    public Filer SubmittedBy { get; private set; } = Filer.None;

    public ImportId? ImportId { get; private set; }

    /// <summary>The initiative that it came from; null for none.</summary>
    public InitiativeId? InitiativeId { get; private set; }

    /// <summary>The dialogue that it comes from; null if from none.</summary>
    public DialogueId? DialogueId { get; private set; }

    /// <summary>The outcome of the dialogue that it comes from.</summary>
    public OutcomeId? OutcomeId { get; private set; }

    /// <summary>The step of the outcome that it comes from; null if from the outcome as a whole.</summary>
    public OutcomeStepId? OutcomeStepId { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When the closing was recorded; <see cref="ClosedOn"/> is the day stated by whoever closed it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosingNarrative { get; private set; }

    /// <summary>When a wrong closing was last undone; completion that was reported before does not count.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>Tells the closing after the last reopening from those before it; null if it was never reopened.</summary>
    public Guid? ReopeningId { get; private set; }

    /// <summary>
    /// The id of its closing, on which communities can give voices. The first closing has the id of the commitment, and each later one an
    /// id of its own, so that what was said about a closing that was undone does not count for the next.
    /// </summary>
    public Guid ClosingId => ReopeningId ?? Id.Value;

    /// <summary>The last reason for which it was returned to its author.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The commitment that replaces it.</summary>
    public CommitmentId? SuccessorId { get; private set; }

    /// <summary>0 to 1; see <see cref="SmartReadiness"/>.</summary>
    public decimal SmartScore { get; private set; }

    public SmartLevel SmartLevel { get; private set; }

    public IReadOnlyList<Milestone> Milestones => _milestones;

    public IReadOnlyList<CommitmentTarget> Targets => _targets;

    public IReadOnlyList<CommitmentCountry> Countries => _countries;

    /// <summary>The codes of <see cref="Targets"/>, which versions keep.</summary>
    public IReadOnlyList<string> SdgTargets { get; private set; } = [];

    /// <summary>The codes of <see cref="Countries"/>, which versions keep.</summary>
    public IReadOnlyList<string> CountryCodes { get; private set; } = [];

    /// <summary><see cref="Themes"/> as rows; loaded to revise a draft.</summary>
    public IReadOnlyList<CommitmentTheme> ThemeRows => _themeRows;

    public IReadOnlyList<Supporter> Supporters => _supporters;

    /// <summary>Only those that are owed, or were when it ended, where it was loaded for a change.</summary>
    public IReadOnlyList<ReportingPeriod> Periods => _schedule.Periods;

    public bool IsOpen => State().IsOpen;

    public void MadeBy(ImportId import) => ImportId = import;

    public void Submit(bool partnershipIsActive, DecisionContext context)
    {
        State().WhyNotSubmit(partnershipIsActive, context.HasContact)?.Throw();

        Status = CommitmentStatus.Submitted;
        SubmittedBy = context.Filer;
        RecalculateDeadlines(context);
        Raise(new CommitmentSubmitted(Id, DueDate!.Value));
    }

    /// <param name="reason">Why it is accepted although its SMART readiness is too low; needed only then.</param>
    public void Accept(string? reason, DecisionContext context)
    {
        State().WhyNotDecide()?.Throw();
        var passes = Readiness(context.HasContact).Passes(context.Rules.SmartGate);
        if (!passes && Blank.ToNull(reason) is null)
            throw CommitmentErrors.NotReady(context.Rules.SmartGate);

        Status = CommitmentStatus.Active;
        WasAccepted = true;
        RecalculateDeadlines(context);
        Raise(new CommitmentAccepted(Id, passes ? null : Blank.ToNull(reason)));
    }

    public void Return(string reason, DecisionContext context)
    {
        State().WhyNotDecide()?.Throw();

        Status = CommitmentStatus.Draft;
        ReturnReason = reason.Trim();
        RecalculateDeadlines(context);
        Raise(new CommitmentReturned(Id, ReturnReason));
    }

    /// <summary>Names the successor of a commitment that was imported as superseded; can be done once.</summary>
    public void NameSuccessor(CommitmentId successorId)
    {
        if (Status != CommitmentStatus.Superseded || SuccessorId is not null || successorId == Id)
            throw CommitmentErrors.NoSuccessor();

        SuccessorId = successorId;
        Raise(new CommitmentSuccessorNamed(Id, successorId));
    }

    /// <summary>
    /// The last assessment must fit: complete for completed, substantial or limited for partly completed, any for not completed.
    /// </summary>
    public void Close(ClosingOutcome outcome, string narrative, DateOnly closedOn, DecisionContext context)
    {
        State().WhyNotActive()?.Throw();
        if (closedOn > context.Today)
            throw CommitmentErrors.InTheFuture("closedOn", closedOn);
        State().WhyNotClose()?.Throw();
        var level = AssessedLevel!.Value;
        var (status, fits) = outcome switch
        {
            ClosingOutcome.Completed => (CommitmentStatus.Completed, level == CompletionLevel.Complete),
            ClosingOutcome.PartlyCompleted => (
                CommitmentStatus.PartlyCompleted,
                level is CompletionLevel.Substantial or CompletionLevel.Limited
            ),
            ClosingOutcome.NotCompleted => (CommitmentStatus.NotCompleted, true),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        if (!fits)
            throw CommitmentErrors.AssessmentDisagrees(outcome, level);

        End(status, narrative, closedOn, context);
        Raise(new CommitmentClosed(Id, outcome, closedOn, ClosingNarrative!));
    }

    /// <summary>Undoes a wrong closing. Deadlines apply as if it had never been closed, and completion must be reported again.</summary>
    /// <param name="nextReviewDueAt">When the next review is due; null when nothing awaits review.</param>
    public void Reopen(string reason, DateTimeOffset? nextReviewDueAt, DecisionContext context)
    {
        State().WhyNotReopen()?.Throw();

        var from = Status;
        Status = CommitmentStatus.Active;
        ClosedOn = null;
        ClosedAt = null;
        ClosingNarrative = null;
        ReportedCompleteOn = null;
        CompletionReportId = null;
        ReopenedAt = context.Now;
        ReopeningId = Guid.CreateVersion7();
        _schedule.Reopen(context);
        SetReviewDue(nextReviewDueAt);
        RecalculateDeadlines(context);
        Raise(new CommitmentReopened(Id, from, reason.Trim()));
    }

    private CommitmentState State() =>
        new()
        {
            Status = Status,
            OverdueAt = OverdueAt,
            ReportedCompleteOn = ReportedCompleteOn,
            AssessedLevel = AssessedLevel,
            HasDueDate = DueDate is not null,
            HasSdgTarget = _targets.Count > 0,
            SupporterCount = _supporters.Count,
        };

    private void End(CommitmentStatus status, string narrative, DateOnly closedOn, DecisionContext context)
    {
        Status = status;
        ClosingNarrative = narrative.Trim();
        ClosedOn = closedOn;
        ClosedAt = context.Now;
        _schedule.End();
        RecalculateDeadlines(context);
    }
}
