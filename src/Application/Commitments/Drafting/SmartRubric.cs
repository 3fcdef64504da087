using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The rubric itself, for everybody.</summary>
/// <param name="Inspiration">Whose framework inspired it; it is our own and not theirs.</param>
public sealed record SmartRubric(string Title, string Inspiration, IReadOnlyList<RubricIngredient> Ingredients, IReadOnlyList<RubricLevel> Levels)
{
    public static SmartRubric Current() => new(
        Texts.Word("rubric.title"), Texts.Word("rubric.inspiration"),
        [.. Enum.GetValues<SmartIngredient>().Select(i => new RubricIngredient(JsonNamingPolicy.CamelCase.ConvertName(i.ToString()), Texts.Word(i), Texts.Hint(i)))],
        [.. Enum.GetValues<SmartLevel>().Reverse().Select(l => new RubricLevel(l, Texts.Word($"rubric.{l}")))]);
}

/// <param name="Asks">What it asks for, with an example.</param>
public sealed record RubricIngredient(string Name, string Title, string Asks);

/// <param name="Means">What a commitment of that level has.</param>
public sealed record RubricLevel(SmartLevel Level, string Means);
