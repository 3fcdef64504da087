namespace PartnershipTracker.Api.Common;

/// <summary>Marks an endpoint whose answer shows a secret: it is shown once and kept nowhere.</summary>
internal sealed class ShowsSecret;
