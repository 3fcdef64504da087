using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>How clear a commitment is.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Unclear">The ingredients that score below 1.</param>
/// <param name="Trackable">Whether indicator, unit, baseline, target, due date and means of verification are all given.</param>
public sealed record SmartAnswer(decimal Score, SmartLevel Level, bool Trackable, int Unclear, IReadOnlyList<IngredientAnswer> Ingredients)
{
    public static SmartAnswer Of(SmartReadiness readiness) =>
        new(readiness.Score, readiness.Level, readiness.IsTrackable, readiness.Unclear, [.. readiness.Ingredients.Select(IngredientAnswer.Of)]);
}

/// <param name="Score">0 missing, 0.5 unclear, 1 clear.</param>
/// <param name="Hint">What is missing, with an example; null if it is clear.</param>
public sealed record IngredientAnswer(string Name, decimal Score, string? Hint)
{
    public static IngredientAnswer Of(IngredientScore score) => new(
        JsonNamingPolicy.CamelCase.ConvertName(score.Ingredient.ToString()), score.Score, score.Score == 1 ? null : Texts.Hint(score.Ingredient));
}
