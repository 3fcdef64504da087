using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>A currency. Source: IATI code list Currency, which is ISO 4217.</summary>
/// <param name="Code">ISO 4217, e.g. CHF.</param>
/// <param name="Name">In English.</param>
public sealed record Currency(string Code, string Name);

/// <summary>The currencies of the IATI code list.</summary>
public static class Currencies
{
    private static readonly Lazy<IReadOnlyList<Currency>> List = new(() => ReferenceData.Read<Currency>("currencies.json"));
    private static readonly Lazy<FrozenDictionary<string, Currency>> ByCode = new(() =>
        All.ToFrozenDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase)
    );

    public static IReadOnlyList<Currency> All => List.Value;

    /// <returns>The code in capitals, or null when it is unknown.</returns>
    public static string? Find(string code) => ByCode.Value.GetValueOrDefault(code)?.Code;
}
