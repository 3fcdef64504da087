using PartnershipTracker.Application.Calendars;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Calendars;

public sealed class CalendarLogTests
{
    [Fact]
    public async Task The_token_of_a_calendar_is_in_no_log_at_any_level()
    {
        using var log = new VerboseLog();
        await using var host = await TrackerHost.StartAsync(Infrastructure.Persistence.DatabaseProvider.Sqlite, new Dictionary<string, string>(), log.Listen);
        var token = (await host.Send(new OpenCalendar(OrganizationId: (await host.Organization("Own")).Value))).Token;
        var anonymous = host.Client(null);
        (await anonymous.Get($"/calendars/{token}.ics")).MustBe(200);
        (await anonymous.Get($"/CALENDARS/{token}.ics")).MustBe(200);
        (await anonymous.Post($"/calendars/{token}.ics")).Status.ShouldBe(401);
        (await anonymous.Get($"/calendars/{token}x.ics")).Text.ShouldNotContain(token);

        log.Lines.Count.ShouldBeGreaterThan(50, "it listens");
        log.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
