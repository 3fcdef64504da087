namespace PartnershipTracker.Application.Webhooks;

/// <param name="Id">The <c>webhook-id</c> header.</param>
/// <param name="Signatures">One signature for each secret, separated by spaces.</param>
public sealed record SignedMessage(string Id, DateTimeOffset Timestamp, string Signatures, byte[] Body);
