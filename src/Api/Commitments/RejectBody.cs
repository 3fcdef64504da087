namespace PartnershipTracker.Api.Commitments;

/// <param name="Note">Why; the requester reads it.</param>
internal sealed record RejectBody(string Note);
