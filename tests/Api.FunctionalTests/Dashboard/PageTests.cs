using System.Text;
using AngleSharp.Dom;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>The pages on the real sample, as an anonymous visitor of the demonstration sees them.</summary>
[Collection(DemoSite.Name)]
public sealed class PageTests(DemoSite site)
{
    public static TheoryData<string> Pages =>
        [
            "/",
            "/commitments",
            "/commitments?overdue=true&sort=title",
            "/commitments?q=no%20such%20thing",
            "/commitments/{id}",
            "/partnerships",
            "/partnerships/{partnership}",
            "/initiatives",
            "/dialogues",
            "/partnerships/{partnership}/health",
            "/partnerships/{partnership}/inclusion",
            "/partnerships/{partnership}/engagement",
            "/inclusion",
            "/health-check",
            "/overdue",
            "/organizations",
            "/programme",
            "/pillars/advocacy",
            "/themes/climateAndPlanetaryHealth",
            "/templates",
            "/sign-in",
            "/sign-in/no-such-link",
            "/nonsense",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_small_has_a_strict_policy_and_valid_structure(string path)
    {
        var answer = await site.Open(path);
        answer.MustBe(path == "/nonsense" ? 404 : 200);
        answer.MediaType.ShouldBe("text/html");
        Encoding.UTF8.GetByteCount(answer.Text).ShouldBeLessThan(150_000);

        var csp = answer.Headers.GetValues("Content-Security-Policy").Single();
        csp.ShouldStartWith("default-src 'none'");
        csp.ShouldNotContain("unsafe");
        csp.ShouldContain("script-src 'self';");

        var page = Read(answer);
        var script = page.QuerySelectorAll("script").ShouldHaveSingleItem();
        script.GetAttribute("src").ShouldStartWith("/tracker.");
        script.TextContent.ShouldBeEmpty();
        page.QuerySelectorAll("style, [style]").ShouldBeEmpty("styles come from the style sheet");
        page.All.SelectMany(e => e.Attributes)
            .Where(a => a.Name.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty("no script hides in an attribute");
        page.QuerySelectorAll("link[href], img[src], script[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Where(a => !a.StartsWith('/'))
            .ShouldBeEmpty("nothing comes from elsewhere");

        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("ids are given once");
        var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(h => h.TagName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1).ShouldBeEmpty("no heading level is skipped");
        page.QuerySelectorAll("input:not([type=hidden]), select")
            .Where(f =>
                f.GetAttribute("aria-label") is null && page.QuerySelector($"label[for='{f.Id}']") is null && f.Closest("label") is null
            )
            .Select(f => f.OuterHtml)
            .ShouldBeEmpty("fields without a label");
        page.QuerySelectorAll("svg")
            .Where(s => s.GetAttribute("role") != "img" && s.GetAttribute("aria-hidden") != "true" && s.QuerySelector("a") is null)
            .Select(s => s.OuterHtml)
            .ShouldBeEmpty("drawings without a name");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_on_a_page_works(string path)
    {
        var page = Read(await site.Open(path));
        var links = page.QuerySelectorAll("a[href^='/'], link[href^='/']")
            .Select(a => a.GetAttribute("href")!.Split('#')[0])
            .Distinct()
            .ToList();
        links.Count.ShouldBeGreaterThan(2);

        // A few links of each kind are tested for all of them.
        foreach (
            var link in links
                .GroupBy(l => l.Split('?')[0].Count(c => c == '/') + l.Split('?').Last().Split('=')[0])
                .SelectMany(g => g.Take(6))
        )
            (await site.Anonymous.Get(link)).Status.ShouldBeOneOf([200, 301, 302], link);
        foreach (var anchor in page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]))
            page.GetElementById(anchor).ShouldNotBeNull(anchor);
    }

    [Fact]
    public async Task The_overview_shows_the_numbers_of_the_summary_and_links_them_to_lists()
    {
        var summary = (await site.Secretariat.Get("/api/v1/dashboard/summary")).MustBe(200);
        summary["overdue"].GetInt32().ShouldBe(150);
        var page = Read(await site.Open("/"));
        page.Body!.TextContent.ShouldContain("150");
        page.Body.TextContent.ShouldContain("1,750");
        page.QuerySelectorAll("a[href*='sdgGoal='], a[href*='sdgTarget=']").Length.ShouldBeGreaterThan(0);

        var late = page.QuerySelectorAll("a[href]")
            .First(a => a.TextContent.Contains("150", StringComparison.Ordinal))
            .GetAttribute("href")!;
        Read(await site.Open(late)).Body!.TextContent.ShouldContain("150");
    }

    [Fact]
    public async Task What_is_overdue_is_listed_the_most_overdue_first()
    {
        var page = Read(await site.Open("/overdue"));
        page.Body!.TextContent.ShouldContain("150");
        page.Body.TextContent.ShouldContain("306");
        page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("/commitments")]
    [InlineData("/commitments?overdue=true")]
    public async Task A_list_can_be_paged_by_its_next_link(string path)
    {
        var seen = new HashSet<string>();
        var next = path;
        for (var i = 0; i < 4 && next is not null; i++)
        {
            var page = Read((await site.Open(next)).MustBe(200));
            var rows = page.QuerySelectorAll("main a[href^='/commitments/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
            rows.ShouldNotBeEmpty();
            rows.Where(seen.Contains).ShouldBeEmpty("no row twice");
            seen.UnionWith(rows);
            next = page.QuerySelector("a[rel=next], main a[href*='cursor=']")?.GetAttribute("href");
        }

        seen.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task The_filter_form_keeps_the_values_of_the_search()
    {
        var page = Read((await site.Open("/commitments?q=Shell&overdue=true")).MustBe(200));
        var form = page.QuerySelectorAll("form").First(f => f.QuerySelector("[name=q]") is not null);
        (form.GetAttribute("method") ?? "get").ShouldBe("get", StringCompareShould.IgnoreCase);
        form.QuerySelector("[name=q]")!.GetAttribute("value").ShouldBe("Shell");
    }

    [Theory]
    [InlineData("moved=true")]
    [InlineData("timesMovedFrom=2")]
    [InlineData("daysSlippedFrom=30")]
    [InlineData("smartLevel=lowerModerate")]
    [InlineData("offTrack=true")]
    [InlineData("reportOverdue=false")]
    [InlineData("reviewOverdue=true")]
    [InlineData("reportedCompleteWithoutEvidence=true")]
    public async Task Every_filter_finds_what_the_api_finds_and_can_be_removed(string filter)
    {
        var page = Read((await site.Secretariat.Get("/commitments?" + filter)).MustBe(200));
        var found = (await site.Secretariat.Get("/api/v1/commitments?limit=1&" + filter)).MustBe(200)["total"].GetInt32();
        page.QuerySelector("h1")!
            .TextContent.ShouldBe(found == 0 ? Texts.Page("commitments.heading.nothing") : Texts.Count("commitments.heading.found", found));
        page.QuerySelectorAll("a.tag").Single().GetAttribute("href").ShouldBe("/commitments");
    }

    [Fact]
    public async Task Text_from_users_is_shown_and_never_executed()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        const string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var own = await host.Organization("Org " + evil);
        var partnership = await host.ActivePartnership("Partnership " + evil, own, await host.Organization("Other"));
        var id = await host.ActiveCommitment(partnership, own, "2026-11-01", "Title " + evil, "2026-10-01");
        using var client = host.Client();
        (
            await client.Post(
                World.Url(id) + "/reports",
                Bodies.Progress().With("narrative", evil).With("evidence", new[] { new { title = evil, url = "https://example.org/?<b>" } })
            )
        ).MustBe(201);
        foreach (
            var path in new[]
            {
                "/",
                "/commitments",
                $"/commitments/{id.Value}",
                "/overdue",
                "/commitments?q=" + Uri.EscapeDataString(evil),
            }
        )
        {
            var page = Read((await client.Get(path)).MustBe(200));
            page.QuerySelectorAll("script:not([src]), main script, main img, [onerror]").ShouldBeEmpty(path);
        }

        Read(await client.Get($"/commitments/{id.Value}")).Body!.TextContent.ShouldContain(evil);
    }

    [Fact]
    public async Task An_empty_installation_shows_the_first_steps()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        using var client = host.Client();
        foreach (var path in new[] { "/", "/commitments", "/overdue" })
            Read((await client.Get(path)).MustBe(200)).QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Outside_the_demonstration_every_page_requires_sign_in()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        using var anonymous = host.Client(null);
        foreach (var path in new[] { "/", "/commitments", "/overdue" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept", "text/html");
            (await anonymous.Ask(request)).MustBe(302).Headers.Location!.ToString().ShouldStartWith("/sign-in?returnUrl=");
        }
    }

    [Fact]
    public async Task The_demonstration_shows_sign_in_mails_of_its_invented_people_only()
    {
        await site.Host.Send(new InvitePerson("real@example.net", Role.Secretariat));
        (await Ask("board@example.org")).QuerySelector(".note.demo a[href^='/sign-in/']").ShouldNotBeNull();
        (await Ask("real@example.net")).QuerySelector(".note.demo").ShouldBeNull();
        (await Ask("nobody@example.org")).QuerySelector(".note.demo").ShouldBeNull();
        await site.Host.Send(new Application.Mail.DeliverMail());
        Directory
            .GetFiles(site.Host.MailFolder)
            .Select(File.ReadAllText)
            .Count(mail =>
                mail.Contains("To: board@example.org", StringComparison.Ordinal)
                && mail.Contains("Your sign-in link", StringComparison.Ordinal)
            )
            .ShouldBe(1);
        Read(await site.Open("/me"))
            .QuerySelector("[name=returnUrl]")!
            .GetAttribute("value")
            .ShouldBe("/me", "one's own page needs a sign-in in the demonstration, too");

        async Task<IDocument> Ask(string email)
        {
            using var client = site.Host.Client(null);
            return Read((await client.Post("/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("email", email)]))).MustBe(200));
        }
    }

    [Fact]
    public async Task An_anonymous_visitor_of_the_demonstration_cannot_find_unpublished_commitments()
    {
        var partnership = await site.Host.ActivePartnership(
            "Hidden partnership",
            await site.Host.Organization("Hidden organization"),
            await site.Host.Organization("Other")
        );
        var id = await site.Host.ActiveCommitment(
            partnership,
            new((await site.Secretariat.Get("/api/v1/organizations?q=hidden")).Items[0].GetProperty("id").GetGuid()),
            "2030-01-01",
            "Hidden commitment"
        );
        (await site.Open($"/commitments/{id.Value}")).MustBe(404);
        Read(await site.Open("/commitments?q=Hidden")).Body!.TextContent.ShouldNotContain("Hidden commitment");
    }
}
