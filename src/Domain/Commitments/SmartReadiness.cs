using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <param name="Score">0 missing, 0.5 unclear, 1 clear.</param>
public readonly record struct IngredientScore(SmartIngredient Ingredient, decimal Score);

/// <summary>
/// How clear a commitment is, by the product's own rubric of 20 ingredients. It is inspired by the Nutrition Accountability Framework of
/// the Global Nutrition Report, but is not its index.
/// </summary>
/// <param name="Score">The sum of the ingredients ÷ 20, from 0 to 1.</param>
/// <param name="Unclear">Ingredients below 1.</param>
/// <param name="IsTrackable">Indicator, unit, baseline, target, due date and means of verification are all there.</param>
public sealed record SmartReadiness(
    decimal Score,
    int Unclear,
    bool IsTrackable,
    SmartLevel Level,
    IReadOnlyList<IngredientScore> Ingredients
)
{
    public const int MaxUnclearForHigh = 5;
    public const decimal MinHighScore = 0.85m;
    public const decimal MinLowerModerateScore = 0.60m;

    private static readonly SmartIngredient[] Needed =
    [
        SmartIngredient.Indicator,
        SmartIngredient.Unit,
        SmartIngredient.BaselineValue,
        SmartIngredient.TargetValue,
        SmartIngredient.DueDate,
        SmartIngredient.MeansOfVerification,
    ];

    public static SmartReadiness Of(SmartSubject subject)
    {
        var ingredients = Enum.GetValues<SmartIngredient>().Select(i => new IngredientScore(i, ScoreOf(i, subject))).ToList();
        var score = ingredients.Sum(i => i.Score) / ingredients.Count;
        var unclear = ingredients.Count(i => i.Score < 1);
        var trackable = ingredients.Where(i => Needed.Contains(i.Ingredient)).All(i => i.Score == 1);
        var level = (trackable, unclear, score) switch
        {
            (true, <= MaxUnclearForHigh, >= MinHighScore) => SmartLevel.High,
            (true, _, _) => SmartLevel.UpperModerate,
            (_, _, >= MinLowerModerateScore) => SmartLevel.LowerModerate,
            _ => SmartLevel.Low,
        };
        return new SmartReadiness(score, unclear, trackable, level, ingredients);
    }

    public bool Passes(SmartGate gate) =>
        gate switch
        {
            SmartGate.None => true,
            SmartGate.Trackable => IsTrackable,
            SmartGate.High => Level == SmartLevel.High,
            _ => throw new ArgumentOutOfRangeException(nameof(gate)),
        };

    /// <summary>Organization and role are required of every draft, so they always score 1.</summary>
    private static decimal ScoreOf(SmartIngredient ingredient, SmartSubject s) =>
        ingredient switch
        {
            SmartIngredient.ActionAndObject => WordsOf(s.Title) >= 3 || HasText(s.Description) ? 1 : 0.5m,
            SmartIngredient.AccountableOrganization or SmartIngredient.RoleInPartnership => 1,
            SmartIngredient.SdgTarget => Clear(s.HasSdgTarget),
            SmartIngredient.DueDate => Clear(s.HasDueDate),
            SmartIngredient.ContactPerson => Clear(s.HasContact),
            SmartIngredient.TargetGroup => Clear(HasText(s.Context.TargetGroup)),
            SmartIngredient.Place => HasText(s.Context.Place) ? 1
            : s.StatesCountry ? 0.5m
            : 0,
            SmartIngredient.Indicator => Clear(HasText(s.Measure?.Indicator)),
            SmartIngredient.Unit => Clear(HasText(s.Measure?.Unit)),
            SmartIngredient.BaselineValue => Clear(s.Measure?.Baseline is not null),
            SmartIngredient.BaselineDate => Clear(s.Measure?.BaselineDate is not null),
            SmartIngredient.TargetValue => s.Measure is not { Target: { } target } ? 0
            : s.Measure.Baseline == target ? 0.5m
            : 1,
            SmartIngredient.MeansOfVerification => Clear(HasText(s.Measure?.MeansOfVerification)),
            SmartIngredient.CostOrResources => s.Funding is { Amount: > 0 } || HasText(s.Context.Resources) ? 1
            : s.Funding is not null ? 0.5m
            : 0,
            SmartIngredient.FundingStatus => Clear(HasText(s.Context.FundingStatus)),
            SmartIngredient.DependenciesOrRisks => Clear(HasText(s.Context.Risks)),
            SmartIngredient.PillarThemeOrNeed => Clear(s.Pillar is not null || s.Themes.Count > 0 || HasText(s.Context.StatedNeed)),
            SmartIngredient.StartDate => Clear(s.StartDate is not null),
            SmartIngredient.DatedMilestone => Clear(s.HasMilestone),
            _ => throw new ArgumentOutOfRangeException(nameof(ingredient)),
        };

    private static decimal Clear(bool clear) => clear ? 1 : 0;

    private static bool HasText(string? text) => Blank.ToNull(text) is not null;

    private static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
