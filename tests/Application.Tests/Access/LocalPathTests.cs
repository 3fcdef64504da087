using PartnershipTracker.Application.Access;

namespace PartnershipTracker.Application.Tests.Access;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/commitments?q=a%20b", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData(@"/\evil.example", false)]
    [InlineData("/ok\\evil", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("evil", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void After_signing_in_only_a_path_of_this_site_is_opened(string? path, bool isLocal) =>
        LocalPath.OrNull(path).ShouldBe(isLocal ? path : null);
}
