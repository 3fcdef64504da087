namespace PartnershipTracker.Application.Commitments;

/// <summary>The limits for evidence set by the operator (<c>Evidence:*</c>).</summary>
public sealed record EvidenceRules
{
    /// <summary>The largest size of a file.</summary>
    public int MaxMegabytes { get; init; } = 20;

    public long MaxBytes => MaxMegabytes * 1_000_000L;
}
