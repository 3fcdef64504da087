namespace PartnershipTracker.Api.Commitments;

internal sealed record HandOverBody(Guid OrganizationId, string Reason);
