using System.Net.Http.Headers;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

/// <summary>Headers that every answer has, whatever became of the request.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task Every_answer_has_the_security_headers_refusals_and_errors_too()
    {
        await using var host = await StartAsync("https://tracker.example.org");
        foreach (var (status, answer) in await AnswersAsync(host))
        {
            answer.MustBe(status);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
            answer.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
            answer.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"requests\";q=100000;w=60"]);
            answer.Headers.GetValues("RateLimit").Single().ShouldStartWith("\"requests\";r=");
        }
    }

    [Fact]
    public async Task Over_http_nobody_is_told_to_use_https()
    {
        await using var host = await StartAsync("http://tracker.example.org");
        foreach (var (_, answer) in await AnswersAsync(host))
            answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    private static Task<TrackerHost> StartAsync(string publicUrl) =>
        TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Tracker:PublicUrl"] = publicUrl },
            services => services.AddSingleton<IPipelineBehavior<ListOrganizations, Page<OrganizationDetails>>>(new Broken())
        );

    /// <summary>One answer of every kind, with its status.</summary>
    private static async Task<List<(int Status, Answer Answer)>> AnswersAsync(TrackerHost host)
    {
        using var anonymous = host.Client(null);
        using var secretariat = host.Client();
        using var wrongKey = host.Client("pt_wrong");
        using var otherSite = host.Client(null);
        otherSite.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var text = new StringContent("name=x", Encoding.UTF8, "text/plain");
        using var broken = new StringContent("{", Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return
        [
            (200, await anonymous.Get("/sign-in")),
            (200, await anonymous.Get("/tracker.css")),
            (200, await anonymous.Get("/swagger/index.html")),
            (200, await anonymous.Get("/openapi/v1.json")),
            (200, await secretariat.Get("/api/v1/me")),
            (400, await secretariat.Post("/api/v1/organizations", broken)),
            (400, await secretariat.Get("/api/v1/commitments?limit=many")),
            (401, await anonymous.Get("/api/v1/commitments")),
            (401, await anonymous.Get("/commitments")),
            (401, await wrongKey.Get("/api/v1/commitments")),
            (403, await otherSite.Post("/sign-out")),
            (404, await anonymous.Get("/nothing")),
            (404, await secretariat.Get("/api/v1/nothing")),
            (405, await secretariat.Delete("/api/v1/commitments")),
            (415, await secretariat.Post("/api/v1/organizations", text)),
            (500, await secretariat.Get("/api/v1/organizations")),
        ];
    }

    /// <summary>An error of the program itself.</summary>
    private sealed class Broken : IPipelineBehavior<ListOrganizations, Page<OrganizationDetails>>
    {
        public Task<Page<OrganizationDetails>> Handle(
            ListOrganizations request,
            CancellationToken ct,
            RequestHandlerDelegate<Page<OrganizationDetails>> next
        ) => throw new InvalidOperationException("Something is wrong in the program.");
    }
}
