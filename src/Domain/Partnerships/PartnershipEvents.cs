using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Partnerships;

/// <param name="InitiativeId">The initiative that it takes up; null for none.</param>
public sealed record PartnershipProposed(
    PartnershipId PartnershipId,
    string Name,
    DateOnly StartDate,
    DateOnly? EndDate,
    InitiativeId? InitiativeId = null
) : IDomainEvent;

/// <summary>What was agreed changed; lists hold codes.</summary>
public sealed record PartnershipRevised(PartnershipId PartnershipId, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record MemberJoined(PartnershipId PartnershipId, OrganizationId OrganizationId, MemberRole Role) : IDomainEvent;

public sealed record MemberRoleChanged(PartnershipId PartnershipId, OrganizationId OrganizationId, MemberRole From, MemberRole To)
    : IDomainEvent;

public sealed record MemberLeft(PartnershipId PartnershipId, OrganizationId OrganizationId, string Reason) : IDomainEvent;

public sealed record PartnershipActivated(PartnershipId PartnershipId, int Members) : IDomainEvent;

public sealed record PartnershipCompleted(PartnershipId PartnershipId) : IDomainEvent;

public sealed record PartnershipDissolved(PartnershipId PartnershipId, string Reason) : IDomainEvent;

public sealed record PartnershipPublished(PartnershipId PartnershipId) : IDomainEvent;

public sealed record PartnershipUnpublished(PartnershipId PartnershipId) : IDomainEvent;
