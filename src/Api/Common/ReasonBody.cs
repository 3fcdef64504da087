namespace PartnershipTracker.Api.Common;

/// <param name="Reason">It is stored in the history and shown to the organizations concerned.</param>
internal sealed record ReasonBody(string Reason);
