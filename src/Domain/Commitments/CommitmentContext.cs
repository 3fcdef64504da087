namespace PartnershipTracker.Domain.Commitments;

/// <summary>Further details that make a commitment clear: for whom, where and with which resources.</summary>
public sealed record CommitmentContext(
    string? TargetGroup = null,
    string? Place = null,
    string? Resources = null,
    string? FundingStatus = null,
    string? Risks = null,
    string? StatedNeed = null
);
