using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.UnitTests.Reference;

public sealed class TimeZoneTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Asia/Dhaka")]
    [InlineData("America/Argentina/Buenos_Aires")]
    public void An_IANA_id_is_found(string id) => TimeZones.Find(id).ShouldNotBeNull().Id.ShouldBe(id);

    [Theory]
    [InlineData("Bangladesh Standard Time")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("UTC-02")]
    [InlineData("UTC+12")]
    public void A_Windows_id_is_refused(string id) => TimeZones.Find(id).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("../etc/passwd")]
    [InlineData("Europe/Berlin\0")]
    public void An_unknown_time_zone_is_refused(string? id) => TimeZones.Find(id).ShouldBeNull();

    [Theory]
    [InlineData("localtime")]
    [InlineData("posixrules")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("right/Europe/Berlin")]
    public void A_zone_file_that_differs_between_machines_is_refused(string id) => TimeZones.Find(id).ShouldBeNull();
}
