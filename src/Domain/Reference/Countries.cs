using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>A World Bank income group, fiscal year 2025.</summary>
public enum IncomeGroup
{
    Low,
    LowerMiddle,
    UpperMiddle,
    High,
}

/// <summary>A country or area of ISO 3166-1.</summary>
/// <param name="Alpha2">Two capital letters, such as "BD": the code this product answers with.</param>
/// <param name="Alpha3">Three capital letters, such as "BGD".</param>
/// <param name="Numeric">Three digits, such as "050".</param>
/// <param name="OfficialName">The long name in English, where ISO has one.</param>
/// <param name="RegionCode">M49; null for Antarctica only, as <paramref name="SubRegionCode"/>.</param>
/// <param name="IntermediateRegionCode">M49; only where the sub-region is divided further (Africa, Latin America and the
/// Caribbean).</param>
/// <param name="IsLdc">A least developed country. The source may lag graduations.</param>
/// <param name="IsLldc">A landlocked developing country.</param>
/// <param name="IsSids">A small island developing State.</param>
/// <param name="IncomeGroup">Null where the World Bank gives none.</param>
public sealed record Country(
    string Alpha2,
    string Alpha3,
    string Numeric,
    LocalizedText Name,
    string? OfficialName,
    string? RegionCode,
    string? SubRegionCode,
    string? IntermediateRegionCode,
    bool IsLdc,
    bool IsLldc,
    bool IsSids,
    IncomeGroup? IncomeGroup
)
{
    /// <summary>The region's name in English, such as "Asia".</summary>
    public string? Region => Regions.Find(RegionCode)?.Name;

    /// <summary>The sub-region's name in English, such as "Southern Asia".</summary>
    public string? SubRegion => Regions.Find(SubRegionCode)?.Name;
}

/// <summary>
/// Countries and areas. Source: ISO 3166-1 from iso-codes (LGPL), names from i18n-iso-countries (MIT), M49 regions and
/// LDC/LLDC/SIDS from datasets/country-codes (PDDL), income groups from the World Bank (CC BY 4.0).
/// </summary>
public static class Countries
{
    /// <summary>All 249, by alpha-2 code.</summary>
    public static IReadOnlyList<Country> All { get; } = ReferenceData.Read<Country>("countries.json");

    private static readonly FrozenDictionary<string, Country> ByCode = All.SelectMany(c =>
            new[] { KeyValuePair.Create(c.Alpha2, c), KeyValuePair.Create(c.Alpha3, c) }
        )
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The country with this alpha-2 or alpha-3 code, in any case, or null.</summary>
    public static Country? Find(string? alpha2OrAlpha3) => alpha2OrAlpha3 is null ? null : ByCode.GetValueOrDefault(alpha2OrAlpha3);
}
