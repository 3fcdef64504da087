namespace PartnershipTracker.Application.Commitments;

/// <summary>What whoever runs the service allows (<c>Evidence:*</c>).</summary>
/// <param name="MaxMegabytes">Of one file.</param>
public sealed record EvidenceRules(int MaxMegabytes = 20)
{
    public long MaxBytes => MaxMegabytes * 1_000_000L;
}
