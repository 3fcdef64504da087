namespace PartnershipTracker.Api.Commitments;

/// <param name="Reason">Why it is accepted although it is not as clear as the gate asks; needed only then.</param>
internal sealed record AcceptBody(string? Reason = null);
