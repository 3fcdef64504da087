using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>How the commitment is measured. Every part may be unknown.</summary>
public sealed record Measure(
    string? Indicator,
    string? Unit,
    decimal? Baseline,
    DateOnly? BaselineDate,
    decimal? Target,
    string? MeansOfVerification
)
{
    public decimal? Baseline
    {
        get;
        init => field = NumberRules.Stored(value);
    } = NumberRules.Stored(Baseline);

    public decimal? Target
    {
        get;
        init => field = NumberRules.Stored(value);
    } = NumberRules.Stored(Target);
}
