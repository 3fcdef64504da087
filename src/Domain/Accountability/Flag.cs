using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Accountability;

public readonly record struct FlagId(Guid Value);

/// <summary>
/// The record that something became overdue, and when and why it stopped being so. Written in bulk by the sweep, with its entries in the
/// history, never by an aggregate; it does not change the commitment's version.
/// </summary>
public sealed class Flag : TrackedEntity
{
    private Flag() { }

    public FlagId Id { get; private set; }

    public FlagKind Kind { get; private set; }

    public CommitmentId? CommitmentId { get; private set; }

    /// <summary>The initiative that was not decided in time; a flag has a commitment, an initiative or an outcome.</summary>
    public InitiativeId? InitiativeId { get; private set; }

    /// <summary>The outcome of a dialogue that nobody has taken up.</summary>
    public OutcomeId? OutcomeId { get; private set; }

    /// <summary>The step of a pathway that nobody has taken up; null for an outcome without steps.</summary>
    public OutcomeStepId? OutcomeStepId { get; private set; }

    public MilestoneId? MilestoneId { get; private set; }

    /// <summary>
    /// The accountable organization, the one that would carry the initiative (null for an individual's), or the one that organizes the
    /// dialogue.
    /// </summary>
    public OrganizationId? OrganizationId { get; private set; }

    public PartnershipId? PartnershipId { get; private set; }

    /// <summary>The missed due date, as it was when the flag was raised.</summary>
    public DateOnly DueDate { get; private set; }

    public int DueDateVersion { get; private set; }

    /// <summary>When it became overdue; <see cref="RaisedAt"/> is when the sweep recorded it.</summary>
    public DateTimeOffset OverdueAt { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    public DateTimeOffset? ClearedAt { get; private set; }

    public ClearedBecause? ClearedBecause { get; private set; }

    /// <summary>An open flag follows its commitment to another organization.</summary>
    public void HandOver(OrganizationId organizationId) => OrganizationId = organizationId;
}
