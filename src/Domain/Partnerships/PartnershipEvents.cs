using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Partnerships;

public sealed record PartnershipProposed(PartnershipId PartnershipId, string Name, DateOnly StartDate, DateOnly? EndDate) : IDomainEvent;

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
