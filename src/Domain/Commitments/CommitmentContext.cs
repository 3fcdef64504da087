namespace PartnershipTracker.Domain.Commitments;

/// <summary>What else makes a commitment clear: for whom, where, with what.</summary>
public sealed record CommitmentContext(
    string? TargetGroup = null, string? Place = null, string? Resources = null, string? FundingStatus = null, string? Risks = null, string? StatedNeed = null);
