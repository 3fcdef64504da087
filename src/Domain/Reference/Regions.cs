using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>The level of a region in M49, from the widest to the narrowest.</summary>
public enum RegionKind
{
    World,
    Region,
    SubRegion,
    IntermediateRegion,
}

/// <summary>A statistical region of the world.</summary>
/// <param name="Code">Three digits, such as "202".</param>
/// <param name="Name">In English, such as "Sub-Saharan Africa".</param>
/// <param name="Parent">The code of the region that contains it; null for the world.</param>
public sealed record Region(string Code, string Name, string? Parent, RegionKind Kind);

/// <summary>The regions. Source: UN M49 as in datasets/country-codes (PDDL).</summary>
public static class Regions
{
    /// <summary>All 30, by code.</summary>
    public static IReadOnlyList<Region> All { get; } = ReferenceData.Read<Region>("regions.json");

    private static readonly FrozenDictionary<string, Region> ByCode = All.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>The region with this code, or null.</summary>
    public static Region? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
