using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <param name="Currency">ISO 4217.</param>
/// <param name="Paid">What has been paid so far, in the same currency; null when unknown.</param>
public sealed record Funding(decimal Amount, string Currency, decimal? Paid = null)
{
    public decimal Amount
    {
        get;
        init => field = NumberRules.Stored(value);
    } = NumberRules.Stored(Amount);
}
