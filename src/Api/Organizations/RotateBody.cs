namespace PartnershipTracker.Api.Organizations;

/// <param name="OverlapHours">How many hours the old key still works beside the new one, 0 to 168; 24 by default.</param>
internal sealed record RotateBody(int? OverlapHours = null);
