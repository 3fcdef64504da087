namespace PartnershipTracker.Application.Commitments;

/// <summary>What whoever runs the service allows (<c>Evidence:*</c>).</summary>
public sealed record EvidenceRules
{
    /// <summary>Of one file.</summary>
    public int MaxMegabytes { get; init; } = 20;

    public long MaxBytes => MaxMegabytes * 1_000_000L;
}
