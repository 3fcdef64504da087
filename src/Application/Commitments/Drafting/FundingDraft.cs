namespace PartnershipTracker.Application.Commitments;

/// <param name="Currency">ISO 4217.</param>
public sealed record FundingDraft(decimal Amount, string Currency);
