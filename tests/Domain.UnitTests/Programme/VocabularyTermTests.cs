using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Programme;

public sealed class VocabularyTermTests
{
    [Theory]
    [InlineData("Health workforce", "healthWorkforce")]
    [InlineData("  Éducation & Santé ", "educationSante")]
    [InlineData("2030 Agenda", "agenda")]
    [InlineData("تعزيز النظم الصحية", "theme")]
    public void The_code_is_made_of_the_name(string name, string code) =>
        VocabularyTerm.Add(VocabularyKind.Theme, name, null, []).Code.ShouldBe(code);

    [Fact]
    public void A_code_that_is_taken_gets_a_number_and_no_code_is_too_long()
    {
        var terms = new List<VocabularyTerm>();
        for (var i = 0; i < 11; i++)
            terms.Add(VocabularyTerm.Add(VocabularyKind.Theme, new string('a', 200), null, terms));
        terms.Select(term => term.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(11);
        terms.ShouldAllBe(term => term.Code.Length <= Limits.VocabularyCode);
        terms[1].Code.ShouldEndWith("a2");
    }

    [Fact]
    public void A_renamed_term_keeps_its_code_and_says_what_changed()
    {
        var term = VocabularyTerm.Add(VocabularyKind.Pillar, "Advocacy", null, []);
        term.Rename(" Advocacy and policy ", "With parliaments.", "Advocacy").ShouldBeTrue();
        (term.Code, term.Name, term.Description).ShouldBe(("advocacy", "Advocacy and policy", "With parliaments."));
        term.Last<VocabularyTermRenamed>().Changes.Select(c => c.Field).ShouldBe(["name", "description"]);
        var version = term.Version;
        term.Rename("Advocacy and policy", "With parliaments.", "Advocacy and policy").ShouldBeFalse();
        term.Version.ShouldBe(version);
    }

    [Fact]
    public void A_moved_term_numbers_all_others_anew()
    {
        var terms = new List<VocabularyTerm>();
        foreach (var name in new[] { "A", "B", "C" })
            terms.Add(VocabularyTerm.Add(VocabularyKind.Pillar, name, null, terms));
        terms[2].MoveTo(1, terms, "C");
        terms.OrderBy(t => t.Position).Select(t => t.Name).ShouldBe(["C", "A", "B"]);
        terms[2].Last<VocabularyTermMoved>().ShouldSatisfyAllConditions(m => m.From.ShouldBe(3), m => m.To.ShouldBe(1));
        terms[2].MoveTo(99, terms, "C");
        terms.OrderBy(t => t.Position).Select(t => t.Name).ShouldBe(["A", "B", "C"]);
        ((Action)(() => terms[2].MoveTo(0, terms, "C"))).MustRefuse("vocabulary.noPosition").Field.ShouldBe("position");
    }

    [Fact]
    public void A_term_is_retired_and_restored_once()
    {
        var term = VocabularyTerm.Add(VocabularyKind.Theme, "Climate", null, []);
        term.Retire("Climate", Now);
        term.Retire("Climate", Now.AddDays(1));
        term.RetiredAt.ShouldBe(Now);
        term.Restore("Climate");
        term.RetiredAt.ShouldBeNull();
        term.Version.ShouldBe(3);
    }

    [Fact]
    public void A_vocabulary_has_at_most_a_hundred_terms()
    {
        var terms = new List<VocabularyTerm>();
        for (var i = 0; i < VocabularyTerm.MaxPerKind; i++)
            terms.Add(VocabularyTerm.Add(VocabularyKind.Theme, $"Theme {i}", null, terms));
        ((Action)(() => VocabularyTerm.Add(VocabularyKind.Theme, "One more", null, terms))).MustRefuse("vocabulary.tooMany");
    }

    [Fact]
    public void The_milestones_of_a_template_are_spread_to_the_due_date() =>
        CommitmentTemplate.Spread(Day("2026-01-01"), Day("2026-12-31")).ShouldBe([Day("2026-05-02"), Day("2026-08-31"), Day("2026-12-31")]);

    [Fact]
    public void Every_pillar_that_an_installation_begins_with_has_three_templates() =>
        CommitmentTemplate
            .All.GroupBy(template => template.Pillar)
            .ToDictionary(g => g.Key, g => g.Count())
            .ShouldBe(VocabularySeeds.Codes[VocabularyKind.Pillar].ToDictionary(code => code, _ => 3), ignoreOrder: true);
}
