namespace PartnershipTracker.Api.Deferred;

/// <param name="Reason">Why the work will never be done; it is stored in the history.</param>
internal sealed record DropBody(string Reason);
