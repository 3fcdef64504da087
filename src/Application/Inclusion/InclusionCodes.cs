using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>The codes and names of the groups that are counted, where they are no terms of a vocabulary.</summary>
internal static class InclusionCodes
{
    public const string Community = "community",
        Other = "other",
        EarlyCareer = "earlyCareer";

    public static string Of(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static IEnumerable<(string Code, string Name)> Sectors() => Enum.GetValues<Sector>().Select(s => (Of(s), Texts.Word(s)));

    public static IEnumerable<(string Code, string Name)> IncomeGroups() =>
        Enum.GetValues<IncomeGroup>().Select(g => (Of(g), Texts.Word(g)));

    public static IEnumerable<(string Code, string Name)> Communities() =>
        [(Community, Texts.Page("inclusion.community")), (Other, Texts.Page("inclusion.notCommunity"))];

    public static IEnumerable<(string Code, string Name)> CareerStages() =>
        [(EarlyCareer, Texts.Page("inclusion.earlyCareer")), (Other, Texts.Page("inclusion.notEarlyCareer"))];

    /// <param name="country">ISO 3166-1 alpha-2; null is unknown.</param>
    /// <returns>"none" for a country that the World Bank does not classify.</returns>
    public static string IncomeOf(string? country) =>
        country is null ? InclusionGroup.Unknown
        : Countries.Find(country)?.IncomeGroup is { } group ? Of(group)
        : InclusionGroup.None;

    public static string CareerOf(bool? isEarly) =>
        isEarly switch
        {
            true => EarlyCareer,
            false => Other,
            null => InclusionGroup.Unknown,
        };
}
