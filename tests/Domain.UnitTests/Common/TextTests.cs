using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.UnitTests.Common;

public sealed class TextTests
{
    [Theory]
    [InlineData(" Åland Évolution ", "aland evolution")]
    [InlineData("ŻÓŁĆ", "zołc")]
    [InlineData("Москва", "москва")]
    public void Names_are_searched_without_regard_to_case_and_accents(string text, string key)
    {
        TextKey.Of(text).ShouldBe(key);
        TextKey.Of(text.ToUpperInvariant()).ShouldBe(key);
    }

    [Fact]
    public void A_search_key_fits_its_column() => TextKey.Of(new string('x', 10_000)).Length.ShouldBe(TextKey.MaxLength);

    [Theory]
    [InlineData("ana@example.org", true)]
    [InlineData("ana+sdg@sub.example.org", true)]
    [InlineData("ana", false)]
    [InlineData("ana@", false)]
    [InlineData("Ana <ana@example.org>", false)]
    [InlineData("ana@example.org\r\nBcc: all@example.org", false)]
    [InlineData("ana@example.org,bo@example.org", false)]
    [InlineData("", false)]
    public void Only_a_single_bare_email_address_is_valid(string text, bool valid) => Email.IsValid(text).ShouldBe(valid);

    [Fact]
    public void A_blank_text_becomes_null()
    {
        Blank.ToNull("  ").ShouldBeNull();
        Blank.ToNull(" a ").ShouldBe("a");
    }
}
