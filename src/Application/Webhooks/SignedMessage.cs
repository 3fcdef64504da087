namespace PartnershipTracker.Application.Webhooks;

/// <param name="Id">The <c>webhook-id</c>.</param>
/// <param name="Signatures">Separated by spaces: one for each secret.</param>
public sealed record SignedMessage(string Id, DateTimeOffset Timestamp, string Signatures, byte[] Body);
