using PartnershipTracker.Api.Dashboard;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, 20, null)]
    [InlineData(3, 9, null)]
    [InlineData(1, 1000, "< 1 %")]
    [InlineData(148, 1747, "8 %")]
    [InlineData(149, 1747, "9 %")]
    [InlineData(1, 8 * 5, "3 %")]
    [InlineData(1999, 2000, "> 99 %")]
    [InlineData(20, 20, "100 %")]
    public void A_share_is_rounded_but_not_to_0_or_100_percent_unless_exact(int part, int of, string? share) => Format.Share(part, of).ShouldBe(share);

    [Fact]
    public void Sentences_are_joined_by_spaces_and_null_is_skipped()
    {
        Format.Sentences("One.", null, "Two.").ShouldBe("One. Two.");
        Format.Sentences(null, "One.").ShouldBe("One.");
        Format.Sentences(null, null).ShouldBe("");
    }
}
