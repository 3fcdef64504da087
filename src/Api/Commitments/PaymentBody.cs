namespace PartnershipTracker.Api.Commitments;

/// <param name="Currency">ISO 4217.</param>
/// <param name="Evidence">A web address.</param>
internal sealed record PaymentBody(decimal Amount, string Currency, DateOnly PaidOn, string? Evidence = null);
