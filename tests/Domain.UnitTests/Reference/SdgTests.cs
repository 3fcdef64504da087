using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.UnitTests.Reference;

public sealed class SdgTests
{
    private static readonly string[] Languages = ["en", "fr", "es", "ar", "ru", "zh"];

    [Fact]
    public void There_are_17_goals_in_six_languages()
    {
        SdgGoals.All.Select(g => g.Number).ShouldBe(Enumerable.Range(1, 17));
        SdgGoals.All.Select(g => g.Code).ShouldBe(Enumerable.Range(1, 17).Select(n => $"{n}"));
        SdgGoals.All.ShouldAllBe(g => IsInSixLanguages(g.Title) && IsInSixLanguages(g.ShortTitle));
    }

    [Fact]
    public void Goal_17_has_its_official_colour_and_title()
    {
        var goal = SdgGoals.Find(17).ShouldNotBeNull();

        goal.Color.ShouldBe("#19486A", StringCompareShould.IgnoreCase);
        goal.Title.En.ShouldContain("Global Partnership for Sustainable Development");
    }

    [Fact]
    public void There_are_169_targets_in_six_languages()
    {
        SdgTargets.All.Count.ShouldBe(169);
        SdgTargets.All.ShouldAllBe(t => IsInSixLanguages(t.Title));
    }

    [Fact]
    public void Every_target_belongs_to_a_goal_and_carries_its_number() =>
        SdgTargets.All.ShouldAllBe(t => SdgGoals.Find(t.Goal) != null && t.Code.StartsWith($"{t.Goal}.", StringComparison.Ordinal));

    [Fact]
    public void Lettered_targets_and_goal_17_are_means_of_implementation() =>
        SdgTargets.All.ShouldAllBe(t => (t.Kind == SdgTargetKind.MeansOfImplementation) == (char.IsLetter(t.Code.Last()) || t.Goal == 17));

    [Fact]
    public void Targets_are_in_natural_order()
    {
        SdgTargets
            .All.Where(t => t.Goal == 8)
            .Select(t => t.Code)
            .ShouldBe(["8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7", "8.8", "8.9", "8.10", "8.a", "8.b"]);
        SdgTargets.All.Select(t => t.Goal).ShouldBeInOrder();
    }

    [Fact]
    public void There_are_251_indicators_and_each_belongs_to_a_target()
    {
        SdgIndicators.All.Count.ShouldBe(251);
        SdgIndicators.All.ShouldAllBe(i => SdgTargets.Find(i.Target)!.Goal == i.Goal);
    }

    [Fact]
    public void The_translation_status_of_an_indicator_matches_its_translations()
    {
        SdgIndicators
            .All.CountBy(i => i.TranslationStatus)
            .ToDictionary()
            .ShouldBe(
                new Dictionary<TranslationStatus, int>
                {
                    [TranslationStatus.Current] = 223,
                    [TranslationStatus.Outdated] = 26,
                    [TranslationStatus.None] = 2,
                },
                ignoreOrder: true
            );
        SdgIndicators.All.ShouldAllBe(i => IsInSixLanguages(i.Title) == (i.TranslationStatus != TranslationStatus.None));
    }

    [Fact]
    public void A_repeated_indicator_lists_its_other_codes_and_they_list_it() =>
        SdgIndicators.All.ShouldAllBe(i => i.RepeatedAs.All(other => SdgIndicators.Find(other)!.RepeatedAs.Contains(i.Code)));

    [Theory]
    [InlineData("17.16")]
    [InlineData("3.c")]
    [InlineData("3.C")]
    public void A_target_is_found_by_its_code_in_any_case(string code) =>
        SdgTargets.Find(code).ShouldNotBeNull().Code.ShouldBe(code, StringCompareShould.IgnoreCase);

    [Fact]
    public void Every_listed_code_finds_its_own_record()
    {
        SdgGoals.All.ShouldAllBe(g => SdgGoals.Find(g.Number) == g);
        SdgTargets.All.ShouldAllBe(t => SdgTargets.Find(t.Code) == t);
        SdgIndicators.All.ShouldAllBe(i => SdgIndicators.Find(i.Code) == i);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("18.1")]
    [InlineData("17.16 ")]
    public void An_unknown_target_or_indicator_is_null(string? code)
    {
        SdgTargets.Find(code).ShouldBeNull();
        SdgIndicators.Find(code).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    [InlineData(int.MinValue)]
    public void An_unknown_goal_is_null(int number) => SdgGoals.Find(number).ShouldBeNull();

    [Fact]
    public void A_text_without_a_translation_is_shown_in_English()
    {
        var text = new LocalizedText("Government", Fr: "Gouvernement");

        text.In("fr").ShouldBe("Gouvernement");
        text.In("fr-CA").ShouldBe("Gouvernement");
        text.In("ar").ShouldBe("Government");
        text.In("sw").ShouldBe("Government");
        text.In(null).ShouldBe("Government");
    }

    private static bool IsInSixLanguages(LocalizedText text) =>
        Languages.All(language => text.In(language).Length > 0 && (language == "en" || text.In(language) != text.En));
}
