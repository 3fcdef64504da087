using PartnershipTracker.Application.Exports;

namespace PartnershipTracker.Application.Tests.Exports;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+41 44 123", "'+41 44 123")]
    [InlineData("-5 degrees", "'-5 degrees")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFF1DHYPERLINK", "'\uFF1DHYPERLINK")]
    [InlineData("\uFF0B1", "'\uFF0B1")]
    [InlineData("\uFF0D1", "'\uFF0D1")]
    [InlineData("\uFF20x", "'\uFF20x")]
    [InlineData("'=1", "''=1")]
    [InlineData("''+1", "'''+1")]
    [InlineData("a=b", "a=b")]
    [InlineData("'tis", "'tis")]
    [InlineData("", "")]
    public void A_text_that_looks_like_a_formula_is_escaped_and_restored_unchanged(string text, string cell)
    {
        Formula.Neutralize(text).ShouldBe(cell);
        Formula.Restore(cell).ShouldBe(text);
    }

    [Theory]
    [InlineData("a|b\\c\nd")]
    [InlineData("\\n")]
    [InlineData("|||")]
    public void A_milestone_title_with_special_characters_is_restored_unchanged(string title) =>
        MilestoneLines.Parts($"2026-01-01 | {MilestoneLines.Escaped(title)} | 2").ShouldBe(["2026-01-01", title, "2"]);
}
