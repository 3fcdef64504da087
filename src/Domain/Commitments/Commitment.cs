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
    Completed,
    PartlyCompleted,
    NotCompleted,
    Withdrawn,
    Superseded,
}

/// <summary>
/// A commitment by one accountable organization inside a partnership. Milestones, supporters and open reporting periods are loaded with it;
/// progress reports, assessments, change requests, payments and flags are rows of their own. This file holds its life cycle; review,
/// changes and deadlines are in the files beside it.
/// </summary>
public sealed partial class Commitment : AggregateRoot
{
    private readonly List<Milestone> _milestones = [];
    private readonly List<CommitmentTarget> _targets = [];
    private readonly List<CommitmentCountry> _countries = [];
    private readonly List<Supporter> _supporters = [];
    private readonly List<ReportingPeriod> _periods = [];

    private Commitment() { }

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

    /// <summary>The first due date; it never changes after acceptance.</summary>
    public DateOnly OriginalDueDate { get; private set; }

    public Measure? Measure { get; private set; }

    public ReportingFrequency ReportingFrequency { get; private set; }

    public Funding? Funding { get; private set; }

    public CommitmentContext Context { get; private set; } = new();

    public string? SourceId { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When the closing was recorded; <see cref="ClosedOn"/> is the day stated by whoever closed it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosingNarrative { get; private set; }

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

    public IReadOnlyList<Supporter> Supporters => _supporters;

    /// <summary>Only the open ones where it was loaded for a change.</summary>
    public IReadOnlyList<ReportingPeriod> Periods => _periods;

    public bool IsOpen => Status is CommitmentStatus.Draft or CommitmentStatus.Submitted or CommitmentStatus.Active;

    public static Commitment Draft(
        PartnershipId partnershipId,
        Organization organization,
        CommitmentTerms terms,
        DecisionContext context,
        string? sourceId = null
    )
    {
        var commitment = New(partnershipId, organization, terms, context, sourceId);
        commitment.Raise(new CommitmentDrafted(commitment.Id, commitment.Title, commitment.DueDate));
        return commitment;
    }

    /// <summary>Imports a commitment from another system as it stands there; a contact is not required.</summary>
    /// <param name="past">Its state in the other system; null means active with an unchanged due date.</param>
    public static Commitment Import(
        PartnershipId partnershipId,
        Organization organization,
        CommitmentTerms terms,
        DecisionContext context,
        string? sourceId,
        CommitmentPast? past = null
    )
    {
        past ??= new CommitmentPast();
        CheckMoves("originalDueDate", terms.DueDate, past.OriginalDueDate, past.TimesMoved);
        if (past.HasEnded ? past.ClosedOn is null || Blank.ToNull(past.ClosingNarrative) is null : past.ClosedOn is not null)
            throw CommitmentErrors.EndingUnclear(past.Status);
        if (past.ClosedOn > context.Today)
            throw CommitmentErrors.InTheFuture("closedOn", past.ClosedOn.Value);

        var commitment = New(partnershipId, organization, terms, context, sourceId);
        commitment.Status = past.Status;
        commitment.ClosedOn = past.ClosedOn;
        commitment.ClosedAt = past.HasEnded ? context.Now : null;
        (commitment.ClosingNarrative, commitment.ReturnReason) = (
            past.HasEnded ? Blank.ToNull(past.ClosingNarrative) : null,
            Blank.ToNull(past.ReturnReason)
        );
        (commitment.OriginalDueDate, commitment.TimesMoved) = (past.OriginalDueDate ?? commitment.DueDate, past.TimesMoved);
        commitment.DaysSlipped = commitment.DueDate.DayNumber - commitment.OriginalDueDate.DayNumber;
        commitment.RecalculateDeadlines(context);
        commitment.Raise(
            new CommitmentImported(
                commitment.Id,
                commitment.Title,
                commitment.DueDate,
                sourceId,
                past.Status == CommitmentStatus.Active ? null : past.Status,
                past.TimesMoved > 0 ? past.OriginalDueDate : null
            )
        );
        return commitment;
    }

    public bool IsParty(OrganizationId organizationId) =>
        organizationId == OrganizationId || _supporters.Exists(s => s.OrganizationId == organizationId);

    /// <summary>Rewrites a draft. Its targets and countries must be loaded.</summary>
    public void Revise(Organization organization, CommitmentTerms terms, DecisionContext context)
    {
        if (Status != CommitmentStatus.Draft)
            throw CommitmentErrors.NotADraft(Status);
        var before = (Title, DueDate);
        Set(organization, terms, context);
        Raise(new CommitmentRevised(Id, Changes.Of(("title", before.Title, Title), ("dueDate", before.DueDate, DueDate))));
    }

    public void Submit(bool partnershipIsActive, DecisionContext context)
    {
        if (Status != CommitmentStatus.Draft)
            throw CommitmentErrors.NotADraft(Status);
        if (!partnershipIsActive)
            throw CommitmentErrors.PartnershipNotActive();
        if (!context.HasContact)
            throw CommitmentErrors.NoContact();

        Status = CommitmentStatus.Submitted;
        RecalculateDeadlines(context);
        Raise(new CommitmentSubmitted(Id, DueDate));
    }

    /// <param name="reason">Why it is accepted although its SMART readiness is too low; needed only then.</param>
    public void Accept(string? reason, DecisionContext context)
    {
        if (Status != CommitmentStatus.Submitted)
            throw CommitmentErrors.NotSubmitted(Status);
        var passes = Readiness(context.HasContact).Passes(context.Rules.SmartGate);
        if (!passes && Blank.ToNull(reason) is null)
            throw CommitmentErrors.NotReady(context.Rules.SmartGate);

        Status = CommitmentStatus.Active;
        RecalculateDeadlines(context);
        Raise(new CommitmentAccepted(Id, passes ? null : Blank.ToNull(reason)));
    }

    public void Return(string reason, DecisionContext context)
    {
        if (Status != CommitmentStatus.Submitted)
            throw CommitmentErrors.NotSubmitted(Status);

        Status = CommitmentStatus.Draft;
        ReturnReason = reason.Trim();
        RecalculateDeadlines(context);
        Raise(new CommitmentReturned(Id, ReturnReason));
    }

    /// <param name="reason">Shown to the public.</param>
    public void Withdraw(string reason, DecisionContext context)
    {
        if (!IsOpen)
            throw CommitmentErrors.Closed(Status);

        End(CommitmentStatus.Withdrawn, reason, context.Today, context);
        Raise(new CommitmentWithdrawn(Id, ClosingNarrative!));
    }

    public void Supersede(CommitmentId successorId, bool successorIsActive, string reason, DecisionContext context)
    {
        if (Status is not (CommitmentStatus.Submitted or CommitmentStatus.Active))
            throw CommitmentErrors.NotActive(Status);
        if (successorId == Id || !successorIsActive)
            throw CommitmentErrors.NoSuccessor();

        SuccessorId = successorId;
        End(CommitmentStatus.Superseded, reason, context.Today, context);
        Raise(new CommitmentSuperseded(Id, successorId, ClosingNarrative!));
    }

    /// <summary>Names the successor of a commitment that was imported as superseded; can be done once.</summary>
    public void NameSuccessor(CommitmentId successorId)
    {
        if (Status != CommitmentStatus.Superseded || SuccessorId is not null || successorId == Id)
            throw CommitmentErrors.NoSuccessor();

        SuccessorId = successorId;
        Raise(new CommitmentSuperseded(Id, successorId, ClosingNarrative!));
    }

    /// <summary>
    /// The last assessment must fit: complete for completed, substantial or limited for partly completed, any for not completed.
    /// </summary>
    public void Close(ClosingOutcome outcome, string narrative, DateOnly closedOn, DecisionContext context)
    {
        if (Status != CommitmentStatus.Active)
            throw CommitmentErrors.NotActive(Status);
        if (closedOn > context.Today)
            throw CommitmentErrors.InTheFuture("closedOn", closedOn);
        if (AssessedLevel is not { } level)
            throw CommitmentErrors.NotAssessed();
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
    public void Reopen(string reason, DecisionContext context)
    {
        if (Status is not (CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted or CommitmentStatus.NotCompleted))
            throw CommitmentErrors.NotClosed(Status);

        var from = Status;
        Status = CommitmentStatus.Active;
        ClosedOn = null;
        ClosedAt = null;
        ClosingNarrative = null;
        ReportedCompleteOn = null;
        CompletionReportId = null;
        PeriodsUntil = null;
        RecalculateDeadlines(context);
        Raise(new CommitmentReopened(Id, from, reason.Trim()));
    }

    /// <summary>Makes another member the accountable organization; due days end in the time zone of that member.</summary>
    /// <param name="context">With the time zone of the new organization.</param>
    public void HandOver(OrganizationId to, bool isMember, string reason, DecisionContext context)
    {
        if (!IsOpen)
            throw CommitmentErrors.Closed(Status);
        if (!isMember)
            throw CommitmentErrors.NotAMember();
        if (to == OrganizationId)
            throw CommitmentErrors.SameOrganization();

        var from = OrganizationId;
        OrganizationId = to;
        _supporters.RemoveAll(s => s.OrganizationId == to);
        ChangeTimeZone(context);
        Raise(new CommitmentHandedOver(Id, from, to, reason.Trim()));
    }

    /// <param name="share">Percent of the whole; null when unknown.</param>
    public void AddSupporter(OrganizationId organizationId, decimal? share, bool isMember)
    {
        if (!IsOpen)
            throw CommitmentErrors.Closed(Status);
        if (!isMember)
            throw CommitmentErrors.NotAMember();
        if (IsParty(organizationId))
            throw CommitmentErrors.AlreadyAParty();
        if (_supporters.Count >= Supporter.MaxPerCommitment)
            throw CommitmentErrors.TooManySupporters(Supporter.MaxPerCommitment);
        if ((_supporters.Sum(s => s.Share) ?? 0) + (share ?? 0) > 100)
            throw CommitmentErrors.SharesAboveWhole();

        _supporters.Add(new Supporter(Id, organizationId, share));
        Raise(new SupporterAdded(Id, organizationId, share));
    }

    public void RemoveSupporter(OrganizationId organizationId)
    {
        if (!IsOpen)
            throw CommitmentErrors.Closed(Status);
        if (_supporters.RemoveAll(s => s.OrganizationId == organizationId) == 0)
            throw DomainException.NotFound("supporter");
        Raise(new SupporterRemoved(Id, organizationId));
    }

    /// <summary>Records money that was paid. Only a payment in the currency of the commitment counts towards its funding.</summary>
    public Payment RecordPayment(decimal amount, string currency, DateOnly paidOn, string? evidence, DecisionContext context)
    {
        if (Status is CommitmentStatus.Draft or CommitmentStatus.Submitted)
            throw CommitmentErrors.NotActive(Status);
        if (paidOn > context.Today)
            throw CommitmentErrors.InTheFuture("paidOn", paidOn);
        var payment = new Payment(Id, amount, Codes.Currency(currency, "currency"), paidOn, evidence, context.Now);
        if (Funding is { } funding && funding.Currency == payment.Currency)
            Funding = funding with { Paid = (funding.Paid ?? 0) + amount };
        Raise(new PaymentRecorded(Id, payment.Id, amount, payment.Currency, paidOn));
        return payment;
    }

    /// <summary>How clear the commitment is, by the product's own rubric.</summary>
    public SmartReadiness Readiness(bool hasContact) =>
        SmartReadiness.Of(
            new SmartSubject(
                Title,
                Description,
                hasContact,
                Measure,
                Funding,
                Context,
                Pillar,
                Themes,
                _countries.Exists(c => c.IsStated),
                StartDate,
                Plan().HasMilestones
            )
        );

    private static Commitment New(
        PartnershipId partnershipId,
        Organization organization,
        CommitmentTerms terms,
        DecisionContext context,
        string? sourceId
    )
    {
        var commitment = new Commitment
        {
            Id = CommitmentId.New(),
            PartnershipId = partnershipId,
            OrganizationId = organization.Id,
            SourceId = Blank.ToNull(sourceId),
        };
        commitment.Set(organization, terms, context);
        return commitment;
    }

    private void Set(Organization organization, CommitmentTerms terms, DecisionContext context)
    {
        if (terms.StartDate > terms.DueDate)
            throw CommitmentErrors.StartsAfterDueDate();
        var targets = Codes.SdgTargetList(terms.SdgTargets).ToList();
        if (targets.Count == 0)
            throw CommitmentErrors.NoSdgTarget();
        var countries = Codes.CountryList(terms.CountryCodes).ToList();
        var funding = terms.Funding is { } given ? given with { Currency = Codes.Currency(given.Currency) } : null;

        Title = terms.Title.Trim();
        TitleKey = TextKey.Of(Title);
        Description = Blank.ToNull(terms.Description);
        Pillar = terms.Pillar;
        Themes = [.. (terms.Themes ?? []).Distinct()];
        StartDate = terms.StartDate;
        DueDate = OriginalDueDate = terms.DueDate;
        DueAt = context.EndOf(DueDate);
        Measure = terms.Measure;
        ReportingFrequency = terms.ReportingFrequency;
        Funding = funding;
        Context = terms.Context ?? new CommitmentContext();

        _targets.Clear();
        _targets.AddRange(targets.Select(t => new CommitmentTarget(Id, t.Code, t.Goal)));
        _countries.Clear();
        _countries.AddRange(
            countries.Count > 0
                ? countries.Select(code => new CommitmentCountry(Id, code, isStated: true))
                : [new CommitmentCountry(Id, organization.CountryCode, isStated: false)]
        );
        _milestones.Clear();
        foreach (var (milestone, i) in (terms.Milestones ?? []).Select((milestone, i) => (milestone, i)))
        {
            if (milestone.DueDate > DueDate && milestone.Past?.DroppedOn is null)
                throw CommitmentErrors.MilestoneAfterDueDate($"milestones[{i}].dueDate", milestone.DueDate, DueDate);
            CheckMoves(
                $"milestones[{i}].originalDueDate",
                milestone.DueDate,
                milestone.Past?.OriginalDueDate,
                milestone.Past?.TimesMoved ?? 0
            );
            if (milestone.Past?.CompletedOn > context.Today)
                throw CommitmentErrors.InTheFuture($"milestones[{i}].completedOn", milestone.Past.CompletedOn.Value);
            _milestones.Add(new Milestone(Id, milestone, context));
        }

        RecalculateDeadlines(context);
    }

    /// <summary>A due date that never moved equals the original one; for one that moved, the original must be given.</summary>
    private static void CheckMoves(string field, DateOnly dueDate, DateOnly? original, int times)
    {
        if (times < 0 || (times == 0 && original is { } first && first != dueDate) || (times > 0 && original is null))
            throw CommitmentErrors.MovesUnclear(field);
    }

    private void End(CommitmentStatus status, string narrative, DateOnly closedOn, DecisionContext context)
    {
        Status = status;
        ClosingNarrative = narrative.Trim();
        ClosedOn = closedOn;
        ClosedAt = context.Now;
        _periods.ForEach(period => period.Supersede());
        RecalculateDeadlines(context);
    }
}
