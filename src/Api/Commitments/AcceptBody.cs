namespace PartnershipTracker.Api.Commitments;

/// <param name="Reason">Why the commitment is accepted although its SMART readiness is too low; required only then.</param>
internal sealed record AcceptBody(string? Reason = null);
