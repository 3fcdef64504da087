namespace PartnershipTracker.Domain.Partnerships;

/// <summary>What is said of a partnership when it is proposed or changed.</summary>
public sealed record PartnershipTerms(
    string Name, string? Summary, IReadOnlyList<Pillar> Pillars, IReadOnlyList<Theme> Themes, IReadOnlyList<string> CountryCodes,
    IReadOnlyList<string> SdgTargets, DateOnly StartDate, DateOnly? EndDate = null);
