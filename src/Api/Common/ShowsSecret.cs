namespace PartnershipTracker.Api.Common;

/// <summary>Marks an endpoint whose answer contains a secret: it is shown once and not stored.</summary>
internal sealed class ShowsSecret;
