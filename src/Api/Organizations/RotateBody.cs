namespace PartnershipTracker.Api.Organizations;

/// <param name="OverlapHours">How long the old key goes on working beside the new one, 0 to 168; 24 where nothing is said.</param>
internal sealed record RotateBody(int? OverlapHours = null);
