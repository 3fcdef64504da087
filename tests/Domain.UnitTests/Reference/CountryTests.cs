using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.UnitTests.Reference;

public sealed class CountryTests
{
    [Fact]
    public void There_are_249_countries_in_the_order_of_their_codes()
    {
        Countries.All.Count.ShouldBe(249);
        Countries.All.Select(c => c.Alpha2).ShouldBe(Countries.All.Select(c => c.Alpha2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_country_is_found_by_alpha_2_and_alpha_3_in_any_case() =>
        Countries.All.ShouldAllBe(c =>
            new[] { c.Alpha2, c.Alpha3, c.Alpha2.ToLowerInvariant(), c.Alpha3.ToLowerInvariant() }.All(code => Countries.Find(code) == c)
        );

    [Fact]
    public void Bangladesh_has_all_its_data()
    {
        var country = Countries.Find("bgd").ShouldNotBeNull();

        country.Alpha2.ShouldBe("BD");
        country.Numeric.ShouldBe("050");
        country.Name.In("ru").ShouldBe("Бангладеш");
        country.Region.ShouldBe("Asia");
        country.SubRegion.ShouldBe("Southern Asia");
        country.IsLdc.ShouldBeTrue();
        country.IncomeGroup.ShouldBe(IncomeGroup.LowerMiddle);
    }

    [Fact]
    public void Every_country_is_named_in_six_languages() =>
        Countries.All.ShouldAllBe(c =>
            c.Name.Fr != null && c.Name.Es != null && c.Name.Ar != null && c.Name.Ru != null && c.Name.Zh != null
        );

    [Theory]
    [InlineData("CI", "Côte d'Ivoire")]
    [InlineData("CZ", "Czechia")]
    [InlineData("KR", "Republic of Korea")]
    [InlineData("TZ", "United Republic of Tanzania")]
    public void English_country_names_are_in_natural_word_order(string code, string name) => Countries.Find(code)!.Name.En.ShouldBe(name);

    [Fact]
    public void Every_country_but_Antarctica_has_regions_of_the_right_kind() =>
        Countries
            .All.Where(c => c.Alpha2 != "AQ")
            .ShouldAllBe(c =>
                Regions.Find(c.RegionCode)!.Kind == RegionKind.Region
                && Regions.Find(c.SubRegionCode)!.Kind == RegionKind.SubRegion
                && (c.IntermediateRegionCode == null || Regions.Find(c.IntermediateRegionCode)!.Parent == c.SubRegionCode)
            );

    [Fact]
    public void There_are_30_regions_and_only_the_world_has_no_parent()
    {
        Regions.All.Count.ShouldBe(30);
        Regions.All.Where(r => Regions.Find(r.Parent) is null).ShouldHaveSingleItem().Kind.ShouldBe(RegionKind.World);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ZZ")]
    [InlineData("050")]
    [InlineData("Bangladesh")]
    public void An_unknown_country_is_null(string? code) => Countries.Find(code).ShouldBeNull();
}
