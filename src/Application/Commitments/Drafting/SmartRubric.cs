using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The rubric by which the clarity of commitments is scored.</summary>
/// <param name="Inspiration">The framework that inspired the rubric, which is the product's own.</param>
public sealed record SmartRubric(string Title, string Inspiration, IReadOnlyList<RubricIngredient> Ingredients, IReadOnlyList<RubricLevel> Levels)
{
    public static SmartRubric Current() => new(
        Texts.Word("rubric.title"), Texts.Word("rubric.inspiration"),
        [.. Enum.GetValues<SmartIngredient>().Select(i => new RubricIngredient(JsonNamingPolicy.CamelCase.ConvertName(i.ToString()), Texts.Word(i), Texts.Hint(i)))],
        [.. Enum.GetValues<SmartLevel>().Reverse().Select(l => new RubricLevel(l, Texts.Word($"rubric.{l}")))]);
}

/// <param name="Asks">What the ingredient asks for, with an example.</param>
public sealed record RubricIngredient(string Name, string Title, string Asks);

/// <param name="Means">What a commitment of this level has.</param>
public sealed record RubricLevel(SmartLevel Level, string Means);
