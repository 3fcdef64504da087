using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Engagement;

/// <param name="Community">Null where an organization is named.</param>
public sealed record CommunityEngagementRecorded(
    CommunityEngagementId EngagementId,
    OrganizationId? OrganizationId,
    string? Community,
    EngagementPhase Phase,
    EngagementLevel Level
) : IDomainEvent;

public sealed record CommunityEngagementRevised(CommunityEngagementId EngagementId, IReadOnlyList<Change> Changes) : IDomainEvent;

/// <inheritdoc cref="CommunityEngagementRecorded"/>
public sealed record CommunityEngagementRemoved(
    CommunityEngagementId EngagementId,
    OrganizationId? OrganizationId,
    string? Community,
    EngagementPhase Phase,
    EngagementLevel Level
) : IDomainEvent;

public sealed record ResultMeasureRecorded(ResultMeasureId MeasureId, CommunityResult Result, string Indicator) : IDomainEvent;

public sealed record ResultMeasureRevised(ResultMeasureId MeasureId, string Indicator, IReadOnlyList<Change> Changes) : IDomainEvent;

public sealed record ResultMeasureRemoved(ResultMeasureId MeasureId, CommunityResult Result, string Indicator) : IDomainEvent;
