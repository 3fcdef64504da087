namespace PartnershipTracker.Api.Common;

/// <summary>Marks an endpoint that saves in several transactions of its own and does not read the result again for its answer.</summary>
internal sealed class CommitsItself;
