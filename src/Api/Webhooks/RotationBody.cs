namespace PartnershipTracker.Api.Webhooks;

/// <param name="OverlapHours">How many hours messages are also signed with the old secret, 0 to 168; 24 by default.</param>
internal sealed record RotationBody(int? OverlapHours = null);
