namespace PartnershipTracker.Api.Commitments;

/// <param name="Share">Percent of the whole; left out if unknown.</param>
internal sealed record SupporterBody(Guid OrganizationId, decimal? Share = null);
