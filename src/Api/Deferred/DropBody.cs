namespace PartnershipTracker.Api.Deferred;

/// <param name="Reason">Why it is never done; the history keeps it.</param>
internal sealed record DropBody(string Reason);
