using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class FirstMinuteTests
{
    [Fact]
    public async Task The_demonstration_imports_real_pledges_and_a_second_start_changes_nothing()
    {
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Demo:Enabled"] = "true" }
        );
        var first = await Rows(host);
        first.ShouldBe((1747, 454, 1, 10));
        Directory.GetFiles(host.MailFolder, "*.eml").Length.ShouldBe(10, "the accountability report, and nine mails about decisions");
        using (var anonymous = host.Client(null))
            (await anonymous.Get("/")).MustBe(200).Text.ShouldContain("149");

        await host.RestartAsync();
        (await Rows(host)).ShouldBe(first);
        Directory.GetFiles(host.MailFolder, "*.eml").Length.ShouldBe(10, "the accountability report, and nine mails about decisions");
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
