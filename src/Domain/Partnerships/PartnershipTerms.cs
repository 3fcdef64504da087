namespace PartnershipTracker.Domain.Partnerships;

/// <summary>The details of a partnership that is proposed or changed.</summary>
public sealed record PartnershipTerms(
    string Name,
    string? Summary,
    IReadOnlyList<string> Pillars,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> CountryCodes,
    IReadOnlyList<string> SdgTargets,
    DateOnly StartDate,
    DateOnly? EndDate = null
);
