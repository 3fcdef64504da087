using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Domain.UnitTests.Commitments;

using static Given;

public sealed class SmartReadinessTests
{
    private static readonly SmartSubject Bare = new()
    {
        Title = "Do it",
        Description = null,
        HasContact = false,
        Measure = null,
        Funding = null,
        Context = new CommitmentContext(),
        Pillar = null,
        Themes = [],
        StatesCountry = false,
        StartDate = null,
        HasMilestone = false,
        HasSdgTarget = true,
        HasDueDate = true,
    };

    private static readonly SmartSubject Whole = new()
    {
        Title = "Train two nurses in each of 120 posts",
        Description = "And equip them.",
        HasContact = true,
        Measure = new Measure("Posts", "posts", 8, Day("2025-12-31"), 120, "Registers"),
        Funding = new Funding(1, "CHF"),
        Context = new CommitmentContext("Adults", "Three districts", "Trainers", "Secured", "Customs", "Plan"),
        Pillar = PillarCodes.CapacityStrengthening,
        Themes = [],
        StatesCountry = true,
        StartDate = Today,
        HasMilestone = true,
        HasSdgTarget = true,
        HasDueDate = true,
    };

    [Fact]
    public void A_commitment_with_all_ingredients_scores_one_and_is_high()
    {
        var readiness = SmartReadiness.Of(Whole);
        (readiness.Score, readiness.Unclear, readiness.IsTrackable, readiness.Level).ShouldBe((1m, 0, true, SmartLevel.High));
        readiness.Ingredients.Count.ShouldBe(20);
    }

    [Fact]
    public void A_draft_with_only_the_required_ingredients_is_low()
    {
        var readiness = SmartReadiness.Of(Bare);
        (readiness.Score, readiness.Unclear, readiness.IsTrackable, readiness.Level).ShouldBe((4.5m / 20, 16, false, SmartLevel.Low));
    }

    [Fact]
    public void Trackable_with_many_unclear_ingredients_is_upper_moderate_and_without_a_measure_at_most_lower_moderate()
    {
        SmartReadiness.Of(Bare with { Measure = Whole.Measure }).Level.ShouldBe(SmartLevel.UpperModerate);
        SmartReadiness.Of(Whole with { Measure = Whole.Measure! with { Unit = " " } }).Level.ShouldBe(SmartLevel.LowerModerate);
        SmartReadiness.Of(Whole with { Measure = null }).Level.ShouldBe(SmartLevel.LowerModerate);
    }

    [Fact]
    public void A_target_equal_to_the_baseline_and_a_country_without_a_place_score_half()
    {
        Of(Whole with { Measure = Whole.Measure! with { Target = 8 } }, SmartIngredient.TargetValue).ShouldBe(0.5m);
        Of(Bare with { StatesCountry = true }, SmartIngredient.Place).ShouldBe(0.5m);
    }

    private static decimal Of(SmartSubject subject, SmartIngredient ingredient) =>
        SmartReadiness.Of(subject).Ingredients.Single(i => i.Ingredient == ingredient).Score;
}
