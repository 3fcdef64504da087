namespace PartnershipTracker.Api.Common;

/// <param name="Reason">Kept in the history and shown to those concerned.</param>
internal sealed record ReasonBody(string Reason);
