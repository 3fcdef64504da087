using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Organizations;

public sealed record OrganizationRegistered(OrganizationId OrganizationId, string Name, string Type, string? CountryCode, string TimeZone)
    : IDomainEvent;

public sealed record OrganizationChanged(OrganizationId OrganizationId, IReadOnlyList<Change> Changes) : IDomainEvent;

/// <summary>Holds the contact's id, never the name or address, because a contact can be erased and the history cannot.</summary>
public sealed record ContactAdded(OrganizationId OrganizationId, ContactId ContactId, ContactRole Role) : IDomainEvent;

/// <param name="Changes">Name and address are named without their values.</param>
public sealed record ContactChanged(OrganizationId OrganizationId, ContactId ContactId, IReadOnlyList<Change> Changes) : IDomainEvent;

/// <param name="SuccessorId">The contact who has the role from now on.</param>
public sealed record ContactHandedOver(OrganizationId OrganizationId, ContactId ContactId, ContactId SuccessorId, ContactRole Role)
    : IDomainEvent;

public sealed record ContactRemoved(OrganizationId OrganizationId, ContactId ContactId, ContactRole Role) : IDomainEvent;
