using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>What a target is for: an outcome (numbered, 3.8), or a means of implementation (lettered, 3.c, and all of goal 17).</summary>
public enum SdgTargetKind
{
    Outcome,
    MeansOfImplementation,
}

/// <summary>One of the 169 targets.</summary>
/// <param name="Code">As the framework writes it: "17.16" or "3.c".</param>
/// <param name="Goal">The number of its goal.</param>
public sealed record SdgTarget(string Code, int Goal, SdgTargetKind Kind, LocalizedText Title);

/// <summary>
/// The targets. Source: UN global indicator framework (A/RES/71/313, annex); translations open-sdg/sdg-translations (MIT).
/// </summary>
public static class SdgTargets
{
    /// <summary>All 169, in natural order: 1.2 before 1.10, letters after numbers.</summary>
    public static IReadOnlyList<SdgTarget> All { get; } = ReferenceData.Read<SdgTarget>("targets.json");

    private static readonly FrozenDictionary<string, SdgTarget> ByCode = All.ToFrozenDictionary(
        t => t.Code,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The target with this code ("3.c", in any case), or null.</summary>
    public static SdgTarget? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
