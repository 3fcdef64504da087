using System.Globalization;

namespace PartnershipTracker.Domain.Reference;

/// <summary>One of the seventeen Sustainable Development Goals.</summary>
/// <param name="Number">1 to 17.</param>
/// <param name="Color">The goal's official colour, such as "#19486A".</param>
/// <param name="ShortTitle">The text on the goal's tile, such as "Partnerships for the goals".</param>
/// <param name="Title">The goal as the General Assembly adopted it.</param>
public sealed record SdgGoal(int Number, string Color, LocalizedText ShortTitle, LocalizedText Title)
{
    /// <summary>The number as the framework writes it: "17".</summary>
    public string Code { get; } = Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The goals. Source: UN global indicator framework (A/RES/71/313, annex); translations open-sdg/sdg-translations (MIT).</summary>
public static class SdgGoals
{
    /// <summary>All 17, by number.</summary>
    public static IReadOnlyList<SdgGoal> All { get; } = ReferenceData.Read<SdgGoal>("goals.json");

    /// <summary>The goal with this number, or null.</summary>
    public static SdgGoal? Find(int number) => number >= 1 && number <= All.Count ? All[number - 1] : null;
}
