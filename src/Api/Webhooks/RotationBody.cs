namespace PartnershipTracker.Api.Webhooks;

/// <param name="OverlapHours">How long the secret before signs along, 0 to 168; 24 where nothing is said.</param>
internal sealed record RotationBody(int? OverlapHours = null);
