using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Initiatives;

public readonly record struct InitiativeId(Guid Value)
{
    public static InitiativeId New() => new(Guid.CreateVersion7());
}

public enum InitiativeStatus
{
    Proposed,
    Accepted,
    Declined,
    Withdrawn,
}

/// <summary>
/// What a member proposes under a pillar, and the board's answer by a date. Supports, comments and concerns are rows of their own and never
/// loaded with it; how they come about is in Initiative.Discussion.cs.
/// </summary>
public sealed partial class Initiative : AggregateRoot, IHasHistory
{
    private Initiative() { }

    public InitiativeId Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The title as it is searched.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>The code of a pillar.</summary>
    public string Pillar { get; private set; } = "";

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> Themes { get; private set; } = [];

    /// <summary>The themes as they are searched: each between commas.</summary>
    public string ThemesKey { get; private set; } = "";

    public string Idea { get; private set; } = "";

    public string Need { get; private set; } = "";

    public string? Offer { get; private set; }

    public string? Ask { get; private set; }

    /// <summary>The organization that would carry it; null for a proposal of an individual.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public Filer ProposedBy { get; private set; } = Filer.None;

    /// <summary>Whether the proposer was at the beginning of their career then.</summary>
    public bool IsByEarlyCareer { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public InitiativeStatus Status { get; private set; }

    /// <summary>The last day for the board's answer; it ends in UTC.</summary>
    public DateOnly DecisionDueOn { get; private set; }

    /// <summary>The instant at which that day ends: an initiative that still waits then is overdue.</summary>
    public DateTimeOffset DecisionDueAt { get; private set; }

    /// <summary>When the board answered, or the proposer withdrew it; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public ActorKind? DecidedByKind { get; private set; }

    public Guid? DecidedById { get; private set; }

    /// <summary>The reason of the board, or why it was withdrawn.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>The partnership that it became; null for none.</summary>
    public PartnershipId? PartnershipId { get; private set; }

    /// <summary>The last commitment that was drafted of it; null for none.</summary>
    public CommitmentId? CommitmentId { get; private set; }

    /// <summary>The sweep failed on it and skips it until then, so that it does not block the others; null for most.</summary>
    public DateTimeOffset? SweepPutOffUntil { get; private set; }

    public HistorySubject HistorySubject => new(null, OrganizationId?.Value, null, Id.Value);

    /// <param name="isEarlyCareer">Whether the proposer is at the beginning of their career.</param>
    /// <param name="daysToDecide">Days until the board has answered; they end in UTC.</param>
    public static Initiative Propose(InitiativeTerms terms, Filer by, bool isEarlyCareer, int daysToDecide, DateTimeOffset now)
    {
        var due = DueDay.Today(now, TimeZoneInfo.Utc).AddDays(daysToDecide);
        var initiative = new Initiative
        {
            Id = InitiativeId.New(),
            ProposedBy = by,
            IsByEarlyCareer = isEarlyCareer,
            ProposedAt = now,
            DecisionDueOn = due,
            DecisionDueAt = DueDay.EndsAt(due, TimeZoneInfo.Utc),
        };
        initiative.Set(terms);
        initiative.Raise(new InitiativeProposed(initiative.Id, initiative.Title, initiative.Pillar, due));
        return initiative;
    }

    /// <summary>Whether the board has not answered by the date; the same question for many is <c>WhereOverdue</c>.</summary>
    public bool IsOverdue(DateTimeOffset now) => Status == InitiativeStatus.Proposed && DecisionDueAt <= now;

    /// <summary>Replaces what is proposed, while the board has not decided. The date of the decision stays.</summary>
    public void Revise(InitiativeTerms terms, Filer by)
    {
        MustBeProposer(by);
        MustWait();
        var before = (Title, Pillar, Themes, Idea, Need, Offer, Ask, OrganizationId);
        Set(terms);
        var changes = Changes.Of(
            ("title", before.Title, Title),
            ("pillar", before.Pillar, Pillar),
            ("themes", before.Themes, Themes),
            ("idea", before.Idea, Idea),
            ("need", before.Need, Need),
            ("offer", before.Offer, Offer),
            ("ask", before.Ask, Ask)
        );
        var carrier = Changes.WithoutValues(("carriedBy", before.OrganizationId, OrganizationId));
        if (changes.Count + carrier.Count > 0)
            Raise(new InitiativeRevised(Id, [.. changes, .. carrier]));
    }

    /// <summary>The proposer takes it back, while the board has not decided.</summary>
    public void Withdraw(string reason, Filer by, Actor actor, DateTimeOffset now)
    {
        MustBeProposer(by);
        Decide(InitiativeStatus.Withdrawn, reason, actor, now);
        Raise(new InitiativeWithdrawn(Id, DecisionReason!));
    }

    /// <summary>The board's yes. That nobody decides on what they proposed or support is asked before.</summary>
    public void Accept(string reason, Actor actor, DateTimeOffset now)
    {
        Decide(InitiativeStatus.Accepted, reason, actor, now);
        Raise(new InitiativeAccepted(Id, DecisionReason!));
    }

    /// <summary>The board's no; as <see cref="Accept"/>.</summary>
    public void Decline(string reason, Actor actor, DateTimeOffset now)
    {
        Decide(InitiativeStatus.Declined, reason, actor, now);
        Raise(new InitiativeDeclined(Id, DecisionReason!));
    }

    /// <summary>Asks whether it can become a partnership, without changing anything.</summary>
    /// <param name="organization">The organization that was named to carry it; null to take that of the initiative.</param>
    /// <returns>The organization that carries it.</returns>
    public OrganizationId MayBecomePartnership(OrganizationId? organization)
    {
        if (Status != InitiativeStatus.Accepted)
            throw InitiativeErrors.NotAccepted(Status);
        if (PartnershipId is not null)
            throw InitiativeErrors.HasPartnership();
        return organization ?? OrganizationId ?? throw InitiativeErrors.HostMissing();
    }

    public void BecomePartnership(PartnershipId partnership)
    {
        PartnershipId = partnership;
        Raise(new InitiativeBecamePartnership(Id, partnership));
    }

    /// <summary>As <see cref="MayBecomePartnership"/>, for a commitment.</summary>
    /// <param name="hasCommitment">Whether a commitment of it stands. One that was withdrawn or superseded makes room for another.</param>
    public OrganizationId MayBecomeCommitment(OrganizationId? organization, bool hasCommitment)
    {
        if (Status != InitiativeStatus.Accepted)
            throw InitiativeErrors.NotAccepted(Status);
        if (hasCommitment)
            throw InitiativeErrors.HasCommitment();
        return organization ?? OrganizationId ?? throw InitiativeErrors.HostMissing();
    }

    public void BecomeCommitment(CommitmentId commitment)
    {
        CommitmentId = commitment;
        Raise(new InitiativeBecameCommitment(Id, commitment));
    }

    private void Decide(InitiativeStatus status, string reason, Actor actor, DateTimeOffset now)
    {
        MustWait();
        Status = status;
        DecisionReason = reason.Trim();
        DecidedByKind = actor.Kind;
        DecidedById = actor.Id;
        DecidedAt = now;
    }

    private void MustBeProposer(Filer by)
    {
        if (!ProposedBy.IsSameAs(by))
            throw InitiativeErrors.NotProposer();
    }

    private void MustWait()
    {
        if (Status != InitiativeStatus.Proposed)
            throw InitiativeErrors.Decided(Status);
    }

    private void Set(InitiativeTerms terms)
    {
        Title = terms.Title.Trim();
        TitleKey = TextKey.Of(Title);
        Pillar = terms.Pillar;
        Themes = [.. terms.Themes.Distinct()];
        ThemesKey = KeyOf(Themes);
        Idea = terms.Idea.Trim();
        Need = terms.Need.Trim();
        Offer = Blank.ToNull(terms.Offer);
        Ask = Blank.ToNull(terms.Ask);
        OrganizationId = terms.OrganizationId;
    }

    /// <returns>The themes as they are searched; of none an empty text.</returns>
    public static string KeyOf(IReadOnlyList<string> themes) => themes.Count == 0 ? "" : $",{string.Join(',', themes)},";
}
