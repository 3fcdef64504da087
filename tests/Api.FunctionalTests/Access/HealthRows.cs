using PartnershipTracker.Api.FunctionalTests.HealthChecks;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>Health checks and who is missing. The officer's own organization leads the shared partnership.</summary>
internal static class HealthRows
{
    private const string Leads = "ok 403 403 ok/ok/404 403 403 403 401";

    public static IEnumerable<EndpointRow> All =>
        [
            new(
                "GET /api/v1/reference/health-check",
                200,
                Everybody,
                (_, _) => Task.FromResult(new EndpointRequest("/api/v1/reference/health-check"))
            ),
            new("POST /api/v1/partnerships/{id:guid}/health-checks", 201, Leads, async (w, whose) => new(await Free(w, whose), Body())),
            new("GET /api/v1/partnerships/{id:guid}/health-checks", 200, ReadsCommitment, (w, whose) => At(Url(w, whose))),
            new("GET /api/v1/partnerships/{id:guid}/health-checks/trend", 200, ReadsCommitment, (w, whose) => At(Url(w, whose) + "/trend")),
            new("GET /api/v1/partnerships/{id:guid}/health-checks/plan", 200, ReadsCommitment, (w, whose) => At(Url(w, whose) + "/plan")),
            new(
                "PUT /api/v1/partnerships/{id:guid}/health-checks/plan",
                200,
                Leads,
                (w, whose) => Task.FromResult(new EndpointRequest(Url(w, whose) + "/plan", new { months = 6, opensOn = "2027-06-01" }))
            ),
            new(
                "GET /api/v1/partnerships/{id:guid}/health-checks/{roundId:guid}",
                200,
                ReadsCommitment,
                async (w, whose) => new(await Round(w, whose))
            ),
            new(
                "GET /api/v1/partnerships/{id:guid}/health-checks/{roundId:guid}/results",
                200,
                ReadsCommitment,
                async (w, whose) => new(await Round(w, whose) + "/results")
            ),
            new(
                "GET /api/v1/partnerships/{id:guid}/health-checks/{roundId:guid}/invitations",
                200,
                Leads,
                async (w, whose) => new(await Round(w, whose) + "/invitations")
            ),
            new(
                "GET /api/v1/partnerships/{id:guid}/health-checks/{roundId:guid}/not-asked",
                200,
                ReadsCommitment,
                async (w, whose) => new(await Round(w, whose) + "/not-asked")
            ),
            new(
                "POST /api/v1/partnerships/{id:guid}/health-checks/{roundId:guid}/cancel",
                200,
                Leads,
                async (w, whose) => new(await Round(w, whose) + "/cancel", new { reason = "Wrong dates." })
            ),
            .. Export("health-checks", ReadsCommitment, (w, whose) => Task.FromResult(Url(w, whose))),
            .. Export("health-checks/trend", ReadsCommitment, (w, whose) => Task.FromResult(Url(w, whose) + "/trend")),
            .. Export("health-checks/{roundId:guid}/results", ReadsCommitment, async (w, whose) => await Round(w, whose) + "/results"),
            .. Export("health-checks/{roundId:guid}/not-asked", ReadsCommitment, async (w, whose) => await Round(w, whose) + "/not-asked"),
            .. Export("health-checks/{roundId:guid}/invitations", Leads, async (w, whose) => await Round(w, whose) + "/invitations"),
            new("GET /api/v1/inclusion", 200, AnyoneSignedIn, (_, _) => At("/api/v1/inclusion")),
            new(
                "GET /api/v1/partnerships/{id:guid}/inclusion",
                200,
                ReadsCommitment,
                (w, whose) => At($"/api/v1/partnerships/{w.Partnership(whose).Value}/inclusion")
            ),
            .. PageRows.Read("/inclusion", AnyoneSignedIn, (_, _) => Task.FromResult("/inclusion")),
            .. PageRows.Read(
                "/partnerships/{id:guid}/inclusion",
                ReadsCommitment,
                (w, whose) => Task.FromResult(Page(w, whose, "inclusion"))
            ),
            .. PageRows.Read("/health-check", Everybody, (_, _) => Task.FromResult("/health-check")),
            .. PageRows.Read("/partnerships/{id:guid}/health", ReadsCommitment, (w, whose) => Task.FromResult(Page(w, whose, "health"))),
            .. PageRows.Read("/partnerships/{id:guid}/health/{roundId:guid}", ReadsCommitment, RoundPage),
            .. PageRows.Form(
                "/partnerships/{id:guid}/health/new",
                Leads,
                async (w, whose) =>
                {
                    await Free(w, whose);
                    return Page(w, whose, "health/new");
                },
                (_, _) => [("period", $"{Guid.NewGuid():n}"), ("opensOn", "2026-11-21"), ("closesOn", "2026-12-04")]
            ),
            .. PageRows.Form(
                "/partnerships/{id:guid}/health/plan",
                Leads,
                (w, whose) => Task.FromResult(Page(w, whose, "health/plan")),
                ("months", "6"),
                ("opensOn", "2027-06-01")
            ),
            .. PageRows.Form(
                "/partnerships/{id:guid}/health/{roundId:guid}/cancel",
                Leads,
                async (w, whose) => await RoundPage(w, whose) + "/cancel",
                ("reason", "Wrong dates.")
            ),
            .. PageRows.Read("/health-check/{token}", Everybody, (w, _) => Link(w)),
            new("POST /health-check/{token}", 303, Everybody, async (w, _) => new(await Link(w), PageRows.Fields(Checked.Fields("agree")))),
        ];

    private static object Body() => new { period = $"{Guid.NewGuid():n}", closesOn = "2026-12-04" };

    private static Task<EndpointRequest> At(string path) => Task.FromResult(new EndpointRequest(path));

    private static string Url(World w, Whose whose) => $"/api/v1/partnerships/{w.Partnership(whose).Value}/health-checks";

    private static string Page(World w, Whose whose, string page) => $"/partnerships/{w.Partnership(whose).Value}/{page}";

    /// <summary>A partnership in which no round is open.</summary>
    private static async Task<string> Free(World w, Whose whose)
    {
        var id = w.Partnership(whose);
        foreach (var round in (await w.Host.Send(new ListHealthCheckRounds(id))).Items.Where(r => r.State is HealthCheckState.Open))
            await w.Host.Send(new CancelHealthCheckRound(id, new HealthCheckRoundId(round.Id), "Another one."));
        return Url(w, whose);
    }

    private static async Task<string> Round(World w, Whose whose)
    {
        await Free(w, whose);
        var round = await w.Host.Send(
            new OpenHealthCheckRound(w.Partnership(whose), $"{Guid.NewGuid():n}", null, TestClock.Day("2026-12-04"))
        );
        return $"{Url(w, whose)}/{round.Value}";
    }

    private static async Task<string> RoundPage(World w, Whose whose) =>
        (await Round(w, whose))
            .Replace("/api/v1", "", StringComparison.Ordinal)
            .Replace("/health-checks/", "/health/", StringComparison.Ordinal);

    private static async Task<string> Link(World w)
    {
        var made = await Checked.Make(w.Host);
        return Checked.Address((await made.Tokens())[0]);
    }

    private static IEnumerable<EndpointRow> Export(string list, string answers, Func<World, Whose, Task<string>> url) =>
        new[] { "/api/v1/exports", "/exports" }.Select(place => new EndpointRow(
            $"GET {place}/partnerships/{{id:guid}}/{list}.{{format:alpha}}",
            200,
            answers,
            async (w, whose) => new((await url(w, whose)).Replace("/api/v1", place, StringComparison.Ordinal) + ".csv")
        ));
}
