using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Common;

public sealed class TextRuleTests
{
    [Theory]
    [InlineData(null, true, true)]
    [InlineData("", true, true)]
    [InlineData("Åland 健康 👩‍👩‍👧‍👦 \u200f", true, true)]
    [InlineData("two\nlines", true, false)]
    [InlineData("two\r\nlines", true, false)]
    [InlineData("a\ttab", true, false)]
    [InlineData("a\u2028b", true, false)]
    [InlineData("a\u2029b", true, false)]
    [InlineData("a\u0085b", false, false)]
    [InlineData("a\0b", false, false)]
    [InlineData("\u001b[31m", false, false)]
    [InlineData("\ufffe", false, false)]
    [InlineData("\uffff", true, true)]
    public void A_text_holds_only_what_every_database_can_store_and_a_line_has_no_breaks(string? text, bool isText, bool isLine) =>
        (TextRules.IsText(text), TextRules.IsLine(text)).ShouldBe((isText, isLine));

    [Fact]
    public void Half_of_a_surrogate_pair_is_not_a_valid_text()
    {
        foreach (var half in new[] { "\ud800", "\ud800x", "x\udc00", "\udc00\ud800", "👩\ud800" })
            TextRules.IsText(half).ShouldBeFalse();
    }

    [Fact]
    public void A_text_is_cut_between_characters()
    {
        TextRules.Shown("abcdef", 6).ShouldBe("abcdef");
        TextRules.Shown("abcdefg", 6).ShouldBe("abcde…");
        TextRules.Shown("abcd👩g", 6).ShouldBe("abcd…");
        TextRules.Shown("a\0b\ud800", 10).ShouldBe("a\uFFFDb\uFFFD");
    }

    [Fact]
    public void A_search_key_can_be_made_of_any_text()
    {
        foreach (var text in new[] { "a\ufffeb", "a\ud800", "\0" })
            TextKey.Of(text).ShouldContain("\uFFFD");
    }

    [Fact]
    public void A_search_key_ends_between_characters()
    {
        var key = TextKey.Of("a" + string.Concat(Enumerable.Repeat("𝔘", 300)));
        key.Length.ShouldBe(TextKey.MaxLength - 1);
        TextRules.IsText(key).ShouldBeTrue();
    }
}
