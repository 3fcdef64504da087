using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>Whether an indicator's translations match its English text after the 2025 review.</summary>
public enum TranslationStatus
{
    /// <summary>All translations match the English text.</summary>
    Current,

    /// <summary>The translations describe the indicator before the review.</summary>
    Outdated,

    /// <summary>There is only the English text.</summary>
    None,
}

/// <summary>One of the 251 indicators.</summary>
/// <param name="Code">As the framework writes it: "17.16.1" or "3.c.1".</param>
/// <param name="Target">The code of its target.</param>
/// <param name="Goal">The number of its goal.</param>
/// <param name="UnsdCode">The code that stays the same wherever the indicator is repeated: "C010501".</param>
/// <param name="RepeatedAs">The other codes under which the framework lists the same indicator.</param>
public sealed record SdgIndicator(
    string Code,
    string Target,
    int Goal,
    string UnsdCode,
    LocalizedText Title,
    IReadOnlyList<string> RepeatedAs,
    TranslationStatus TranslationStatus
);

/// <summary>
/// The indicators. Source: UN global indicator framework after the 2025 review (A/RES/71/313, annex); translations
/// open-sdg/sdg-translations (MIT).
/// </summary>
public static class SdgIndicators
{
    /// <summary>All 251, in natural order: 1.2 before 1.10, letters after numbers.</summary>
    public static IReadOnlyList<SdgIndicator> All { get; } = ReferenceData.Read<SdgIndicator>("indicators.json");

    private static readonly FrozenDictionary<string, SdgIndicator> ByCode = All.ToFrozenDictionary(
        i => i.Code,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The indicator with this code ("3.c.1", in any case), or null.</summary>
    public static SdgIndicator? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
