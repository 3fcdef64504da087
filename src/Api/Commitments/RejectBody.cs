namespace PartnershipTracker.Api.Commitments;

/// <param name="Note">Why the change request is rejected. The requester can read it.</param>
internal sealed record RejectBody(string Note);
