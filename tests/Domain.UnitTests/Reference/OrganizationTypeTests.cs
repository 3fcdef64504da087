using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.UnitTests.Reference;

public sealed class OrganizationTypeTests
{
    public static TheoryData<string, Sector> Types =>
        new()
        {
            { "10", Sector.Public },
            { "11", Sector.Public },
            { "15", Sector.Public },
            { "21", Sector.CivilSociety },
            { "22", Sector.CivilSociety },
            { "23", Sector.CivilSociety },
            { "24", Sector.CivilSociety },
            { "30", Sector.PublicPrivate },
            { "40", Sector.Multilateral },
            { "60", Sector.Philanthropy },
            { "70", Sector.Private },
            { "71", Sector.Private },
            { "72", Sector.Private },
            { "73", Sector.Private },
            { "80", Sector.Academia },
            { "90", Sector.Other },
        };

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type_has_its_sector(string code, Sector sector) =>
        OrganizationTypes.Find(code).ShouldNotBeNull().Sector.ShouldBe(sector);

    [Fact]
    public void There_are_16_types_and_no_others() =>
        OrganizationTypes.All.Select(t => t.Code).ShouldBe(Types.Select(row => (string)row[0]));

    [Fact]
    public void A_type_is_named_in_French_where_the_standard_has_it()
    {
        OrganizationTypes.Find("60")!.Name.In("fr").ShouldBe("Fondation");
        OrganizationTypes.Find("90")!.Name.In("fr").ShouldBe("Other");
        OrganizationTypes.Find("11")!.Description.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    public void An_unknown_type_is_null(string? code) => OrganizationTypes.Find(code).ShouldBeNull();
}
