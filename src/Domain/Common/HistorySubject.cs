namespace PartnershipTracker.Domain.Common;

/// <summary>What an entry belongs to: its readers find it there.</summary>
public readonly record struct HistorySubject(
    Guid? CommitmentId,
    Guid? OrganizationId,
    Guid? PartnershipId,
    Guid? InitiativeId = null,
    Guid? DialogueId = null
);
