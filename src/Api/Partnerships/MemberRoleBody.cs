using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Partnerships;

internal sealed record MemberRoleBody(MemberRole Role);
