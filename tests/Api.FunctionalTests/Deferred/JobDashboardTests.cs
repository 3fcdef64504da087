using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using OpenQA.Selenium;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Deferred;

public sealed class JobDashboardTests
{
    /// <summary>Chart.js writes inline styles for its animations, which the policy refuses; the graphs are drawn without them.</summary>
    private const string StyleOfCharts = "sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg=";

    [BrowserTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task The_secretariat_triggers_a_command_in_the_browser(DatabaseProvider provider)
    {
        await using var host = await TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string> { ["Jobs:Enabled"] = "true" },
            onKestrel: true
        );
        var storage = host.Services.GetRequiredService<JobStorage>();
        await Until.True(
            "every command has run at the start",
            () => storage.GetMonitoringApi().SucceededListCount() >= Jobs(storage).Count && Jobs(storage).Count > 5
        );
        Jobs(storage).Single(j => j.Id == "links").LastJobId.ShouldBeNull("its first tick has not come");

        using var browser = Browser.Start("light", 1280, key: TrackerHost.BootstrapKey);
        foreach (var page in new[] { "/jobs", "/jobs/jobs/succeeded", "/jobs/retries", "/jobs/servers", "/jobs/recurring" })
        {
            browser.Open(new Uri(host.Address, page));
            browser.MustShow(By.CssSelector("h1"));
        }

        browser.Press(By.CssSelector("input[name='jobs[]'][value='links']"));
        browser.Press(By.CssSelector("button[data-url$='/recurring/trigger']"));
        await Until.True("it has run once more", () => Jobs(storage).Single(j => j.Id == "links") is { LastJobState: "Succeeded" });
        browser
            .Complaints()
            .Where(complaint => !complaint.Contains(StyleOfCharts, StringComparison.Ordinal))
            .ShouldBeEmpty("the policy of these pages allows all that they need, and nothing inline");
    }

    [Fact]
    public async Task The_job_dashboard_asks_an_anonymous_visitor_to_sign_in()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        var answer = (await new Access.Visitor(host).Open("/jobs")).MustBe(302);
        answer.Headers.Location!.ToString().ShouldBe("/sign-in?returnUrl=%2Fjobs");
    }

    [Fact]
    public async Task Only_the_secretariat_sees_the_jobs_in_the_navigation()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        (await Page(Domain.Access.Role.Secretariat)).ShouldContain("href=\"/jobs\"");
        (await Page(Domain.Access.Role.Board)).ShouldNotContain("href=\"/jobs\"");

        async Task<string> Page(Domain.Access.Role role)
        {
            var (_, email) = await Access.Visitor.Invited(host, role);
            return (await (await new Access.Visitor(host).SignIn(email)).Open("/me")).MustBe(200).Text;
        }
    }

    private static List<RecurringJobDto> Jobs(JobStorage storage)
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs();
    }
}
