using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>How often a group gave an answer to a statement: what results are made of.</summary>
public sealed record HealthCount(MemberRole Role, Sector Sector, HealthStatement Statement, HealthRating Rating, int Count);
