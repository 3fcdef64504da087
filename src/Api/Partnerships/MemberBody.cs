using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Partnerships;

internal sealed record MemberBody(Guid OrganizationId, MemberRole Role);
