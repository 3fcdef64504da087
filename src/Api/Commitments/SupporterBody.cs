namespace PartnershipTracker.Api.Commitments;

/// <param name="Share">Percent of the whole; left out when nobody has said.</param>
internal sealed record SupporterBody(Guid OrganizationId, decimal? Share = null);
