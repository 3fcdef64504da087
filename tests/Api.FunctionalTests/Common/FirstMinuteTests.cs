using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class FirstMinuteTests
{
    private const string Mails =
        "the accountability report, 22 about decisions, and invitations: 16 to sign in, 24 to a dialogue, 28 to health checks, 6 to speak";

    [Fact]
    public async Task The_demonstration_enters_its_samples_and_a_second_start_changes_nothing()
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Demo:Enabled"] = "true" }
        );
        var first = await Rows(host);
        first.ShouldBe((1753, 459, 1, 97));
        Directory.GetFiles(host.MailFolder, "*.eml").Length.ShouldBe(97, Mails);
        using (var anonymous = host.Client(null))
            (await anonymous.Get("/")).MustBe(200).Text.ShouldContain("150");

        await host.RestartAsync();
        (await Rows(host)).ShouldBe(first);
        Directory.GetFiles(host.MailFolder, "*.eml").Length.ShouldBe(97, Mails);
        host.Errors.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_key_is_created_once()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        await host.RestartAsync();
        (await host.Db(db => db.ApiKeys.CountAsync())).ShouldBe(1);
    }

    private static Task<(int Commitments, int Flags, int Reports, int Mails)> Rows(TrackerHost host) =>
        host.Db(async db =>
            (
                await db.Commitments.CountAsync(),
                await db.Flags.CountAsync(),
                await db.AccountabilityReports.CountAsync(),
                await db.Mails.CountAsync()
            )
        );
}
