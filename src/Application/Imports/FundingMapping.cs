namespace PartnershipTracker.Application.Imports;

/// <summary>What the commitment costs.</summary>
/// <param name="Amount">In the currency, not negative.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record FundingMapping(MappedValue Amount, MappedValue Currency);
