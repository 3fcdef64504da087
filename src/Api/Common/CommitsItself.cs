namespace PartnershipTracker.Api.Common;

/// <summary>Marks an endpoint that saves in several transactions of its own and reads nothing of it for its answer.</summary>
internal sealed class CommitsItself;
