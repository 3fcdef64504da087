using PartnershipTracker.Domain.Common;
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
    Fulfilled,
    PartlyFulfilled,
    NotFulfilled,
    Withdrawn,
    Superseded,
}

/// <summary>
/// A promise by one accountable organization inside a partnership. Progress reports and flags are rows of their own and never loaded with it;
/// milestones are.
/// </summary>
/// <remarks>
/// The delivery clock: <see cref="OverdueAt"/> is the UTC instant at which the commitment becomes late, and null while its clock stands still
/// (not yet accepted, completion claimed, closed). Whether it is late is asked, never stored: <see cref="IsOverdue"/> and
/// <c>WhereOverdue</c> are the same question for one and for many. <see cref="SweepAt"/> is when the sweep must look at it next.
/// </remarks>
public sealed class Commitment : AggregateRoot
{
    private readonly List<Milestone> _milestones = [];
    private readonly List<CommitmentTarget> _targets = [];
    private readonly List<CommitmentCountry> _countries = [];

    private Commitment()
    {
    }

    public CommitmentId Id { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>The accountable organization.</summary>
    public OrganizationId OrganizationId { get; private set; }

    public CommitmentStatus Status { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The title as it is searched and sorted.</summary>
    public string TitleKey { get; private set; } = "";

    public string? Description { get; private set; }

    public Pillar? Pillar { get; private set; }

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public DateOnly? StartDate { get; private set; }

    public DateOnly DueDate { get; private set; }

    /// <summary>The first promised date; it never changes after submission.</summary>
    public DateOnly OriginalDueDate { get; private set; }

    /// <summary>Moves with every change of the date, so that a flag knows which date it speaks of.</summary>
    public int DueDateVersion { get; private set; }

    public Measure? Measure { get; private set; }

    public ReportingFrequency ReportingFrequency { get; private set; }

    public Funding? Funding { get; private set; }

    public CommitmentContext Context { get; private set; } = new();

    public string? SourceId { get; private set; }

    /// <summary>The day for which completion was claimed and not yet decided.</summary>
    public DateOnly? CompletionClaimedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When the closing was recorded; <see cref="ClosedOn"/> is what was said of it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosingNarrative { get; private set; }

    /// <summary>The last reason for which it was returned to its author.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The instant at which the due day ends in the organization's zone.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? SweepAt { get; private set; }

    public IReadOnlyList<Milestone> Milestones => _milestones;

    public IReadOnlyList<CommitmentTarget> Targets => _targets;

    public IReadOnlyList<CommitmentCountry> Countries => _countries;

    public bool IsOpen => Status is CommitmentStatus.Draft or CommitmentStatus.Submitted or CommitmentStatus.Active;

    public static Commitment Draft(PartnershipId partnershipId, Organization organization, CommitmentTerms terms, string? sourceId = null)
    {
        var commitment = New(partnershipId, organization, terms, sourceId);
        commitment.Raise(new CommitmentDrafted(commitment.Id, commitment.Title, commitment.DueDate));
        return commitment;
    }

    /// <summary>Brings in a promise that was made elsewhere: it is active at once, and a contact is not asked for.</summary>
    public static Commitment Import(PartnershipId partnershipId, Organization organization, CommitmentTerms terms, string? sourceId)
    {
        var commitment = New(partnershipId, organization, terms, sourceId);
        commitment.Status = CommitmentStatus.Active;
        commitment.StartClocks(null);
        commitment.Raise(new CommitmentImported(commitment.Id, commitment.Title, commitment.DueDate, sourceId));
        return commitment;
    }

    public bool IsOverdue(DateTimeOffset now) => OverdueAt <= now;

    /// <summary>Rewrites a draft. Needs targets and countries loaded.</summary>
    public void Revise(Organization organization, CommitmentTerms terms)
    {
        if (Status != CommitmentStatus.Draft) throw CommitmentErrors.NotADraft(Status);
        var before = (Title, DueDate);
        Set(organization, terms);
        Raise(new CommitmentRevised(Id, Changes.Of(("title", before.Title, Title), ("dueDate", before.DueDate, DueDate))));
    }

    public void Submit(bool partnershipIsActive, bool organizationHasContact)
    {
        if (Status != CommitmentStatus.Draft) throw CommitmentErrors.NotADraft(Status);
        if (!partnershipIsActive) throw CommitmentErrors.PartnershipNotActive();
        if (!organizationHasContact) throw CommitmentErrors.NoContact();

        Status = CommitmentStatus.Submitted;
        Raise(new CommitmentSubmitted(Id, DueDate));
    }

    public void Accept()
    {
        if (Status != CommitmentStatus.Submitted) throw CommitmentErrors.NotSubmitted(Status);

        Status = CommitmentStatus.Active;
        StartClocks(null);
        Raise(new CommitmentAccepted(Id));
    }

    public void Return(string reason)
    {
        if (Status != CommitmentStatus.Submitted) throw CommitmentErrors.NotSubmitted(Status);

        Status = CommitmentStatus.Draft;
        ReturnReason = reason.Trim();
        Raise(new CommitmentReturned(Id, ReturnReason));
    }

    public void Withdraw(string reason, DateOnly today, DateTimeOffset now)
    {
        if (!IsOpen) throw CommitmentErrors.Closed(Status);

        End(CommitmentStatus.Withdrawn, reason, today, now);
        Raise(new CommitmentWithdrawn(Id, ClosingNarrative!));
    }

    /// <param name="today">Today in the organization's zone.</param>
    public void Close(ClosingOutcome outcome, string narrative, DateOnly closedOn, DateOnly today, DateTimeOffset now)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (closedOn > today) throw CommitmentErrors.InTheFuture("closedOn", closedOn);

        End(outcome switch
        {
            ClosingOutcome.Fulfilled => CommitmentStatus.Fulfilled,
            ClosingOutcome.PartlyFulfilled => CommitmentStatus.PartlyFulfilled,
            ClosingOutcome.NotFulfilled => CommitmentStatus.NotFulfilled,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        }, narrative, closedOn, now);
        Raise(new CommitmentClosed(Id, outcome, closedOn, ClosingNarrative!));
    }

    /// <param name="today">Today in the organization's zone.</param>
    public void CompleteMilestone(MilestoneId milestoneId, DateOnly completedOn, DateOnly today, DateTimeOffset now)
    {
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (completedOn > today) throw CommitmentErrors.InTheFuture("completedOn", completedOn);
        var milestone = _milestones.Find(m => m.Id == milestoneId) ?? throw DomainException.NotFound("milestone");
        if (milestone.CompletedOn is { } day) throw CommitmentErrors.MilestoneCompleted(day);

        milestone.Complete(completedOn, now);
        Raise(new MilestoneCompleted(Id, milestoneId, milestone.Title, milestone.DueDate, completedOn));
    }

    /// <summary>Takes what the partner claims. A claim of completion hands the clock over to whoever reviews it.</summary>
    /// <param name="reporter">The accountable organization.</param>
    /// <param name="today">Today in the organization's zone.</param>
    public ProgressReport ReportProgress(OrganizationId reporter, ProgressStatement said, DateOnly today, DateTimeOffset now)
    {
        if (reporter != OrganizationId) throw CommitmentErrors.NotYours();
        if (Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(Status);
        if (said.AsOf > today) throw CommitmentErrors.InTheFuture("asOf", said.AsOf);

        var report = new ProgressReport(Id, reporter, said, now);
        if (said.ClaimsCompletion && CompletionClaimedOn is null)
        {
            CompletionClaimedOn = said.AsOf;
            StopClocks(now);
        }

        Raise(new ProgressReported(Id, report.Id, said.AsOf, said.Value, Measure?.Unit, said.ClaimsCompletion));
        return report;
    }

    private static Commitment New(PartnershipId partnershipId, Organization organization, CommitmentTerms terms, string? sourceId)
    {
        var commitment = new Commitment
        {
            Id = CommitmentId.New(),
            PartnershipId = partnershipId,
            OrganizationId = organization.Id,
            SourceId = Blank.ToNull(sourceId),
        };
        commitment.Set(organization, terms);
        return commitment;
    }

    private void Set(Organization organization, CommitmentTerms terms)
    {
        if (terms.StartDate > terms.DueDate) throw CommitmentErrors.StartsAfterDueDate();
        var targets = Codes.SdgTargetList(terms.SdgTargets).ToList();
        if (targets.Count == 0) throw CommitmentErrors.NoSdgTarget();
        var countries = Codes.CountryList(terms.CountryCodes).ToList();
        if (terms.Funding is { } funding) Codes.Currency(funding.Currency);
        var zone = Codes.TimeZone(organization.TimeZone);

        Title = terms.Title.Trim();
        TitleKey = TextKey.Of(Title);
        Description = Blank.ToNull(terms.Description);
        Pillar = terms.Pillar;
        Themes = [.. (terms.Themes ?? []).Distinct()];
        StartDate = terms.StartDate;
        DueDate = OriginalDueDate = terms.DueDate;
        DueAt = DueDay.EndsAt(DueDate, zone);
        Measure = terms.Measure;
        ReportingFrequency = terms.ReportingFrequency;
        Funding = terms.Funding is { } promised ? promised with { Currency = Codes.Currency(promised.Currency) } : null;
        Context = terms.Context ?? new CommitmentContext();

        _targets.Clear();
        _targets.AddRange(targets.Select(t => new CommitmentTarget(Id, t.Code, t.Goal)));
        _countries.Clear();
        _countries.AddRange(countries.Count > 0
            ? countries.Select(code => new CommitmentCountry(Id, code, isStated: true))
            : [new CommitmentCountry(Id, organization.CountryCode, isStated: false)]);
        _milestones.Clear();
        foreach (var (step, i) in (terms.Milestones ?? []).Select((step, i) => (step, i)))
        {
            if (step.DueDate > DueDate) throw CommitmentErrors.MilestoneAfterDueDate($"milestones[{i}].dueDate", step.DueDate, DueDate);
            _milestones.Add(new Milestone(Id, step, DueDay.EndsAt(step.DueDate, zone)));
        }
    }

    private void End(CommitmentStatus status, string narrative, DateOnly closedOn, DateTimeOffset now)
    {
        var wasActive = Status == CommitmentStatus.Active;
        Status = status;
        ClosingNarrative = narrative.Trim();
        ClosedOn = closedOn;
        ClosedAt = now;
        if (wasActive) StopClocks(now);
    }

    /// <param name="lookAgainAt">When the sweep must look at it even before it is late, because something was flagged before.</param>
    private void StartClocks(DateTimeOffset? lookAgainAt)
    {
        OverdueAt = DueAt;
        SweepAt = lookAgainAt ?? OverdueAt;
        foreach (var milestone in _milestones) milestone.StartClock(lookAgainAt);
    }

    private void StopClocks(DateTimeOffset now)
    {
        OverdueAt = null;
        SweepAt = now;
        foreach (var milestone in _milestones) milestone.StopClock(now);
    }
}
