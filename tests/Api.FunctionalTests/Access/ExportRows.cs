using PartnershipTracker.Application.Imports;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>The tables of the API, and the same for links on pages.</summary>
internal static class ExportRows
{
    private const string ReadsInitiative = "ok ok ok ok ok 404 ok 401";
    private const string Reviews = "ok 403 ok 403 403 403 403 401";
    private const string ForCommunity = "403 403 403 403 403 ok 403 401";
    private const string Contributes = "ok 403 403 ok ok 403 403 401";

    public static IEnumerable<EndpointRow> All =>
        [
            .. Of("/commitments", AnyoneSignedIn),
            .. Of("/milestones", AnyoneSignedIn),
            .. Of("/overdue-milestones", AnyoneSignedIn),
            .. Of("/reports", AnyoneSignedIn),
            .. Of("/flags", AnyoneSignedIn),
            .. Of("/reviews", Reviews),
            .. Of("/organizations", AnyoneSignedIn),
            .. Of("/partnerships", AnyoneSignedIn),
            .. Of("/initiatives", AnyoneSignedIn),
            .. Of("/initiatives/sounding-board", AnyoneSignedIn),
            .. Of("/programme", AnyoneSignedIn),
            .. Both("/programme/pillars/{code}", AnyoneSignedIn, (_, _) => Task.FromResult("/programme/pillars/advocacy")),
            .. Both("/programme/themes/{code}", AnyoneSignedIn, (_, _) => Task.FromResult("/programme/themes/leadershipAndGovernance")),
            .. Both("/vocabularies/{kind}", AnyoneSignedIn, (_, _) => Task.FromResult("/vocabularies/stakeholderGroup")),
            .. Of("/inclusion", AnyoneSignedIn),
            .. OfOne("/partnerships/{id:guid}/inclusion", ReadsCommitment, (w, whose) => Task.FromResult(w.Partnership(whose).Value)),
            .. OfOne("/initiatives/{id:guid}/supports", ReadsInitiative, InitiativeRows.Proposed),
            .. OfOne("/initiatives/{id:guid}/comments", ReadsInitiative, InitiativeRows.Proposed),
            .. OfOne("/initiatives/{id:guid}/concerns", ReadsInitiative, InitiativeRows.Proposed),
            .. Of("/people", ManagesOwnPeople),
            .. Of("/accountability-reports", AnyoneSignedIn),
            .. Of("/history", AnyoneSignedIn),
            .. OfOne("/commitments/{id:guid}/reports", ReadsCommitment, (w, whose) => Commitment(w, whose)),
            .. OfOne("/commitments/{id:guid}/payments", ReadsCommitment, (w, whose) => Commitment(w, whose)),
            .. OfOne("/commitments/{id:guid}/change-requests", ReadsCommitment, (w, whose) => Commitment(w, whose)),
            .. OfOne("/commitments/{id:guid}/voices", ReadsCommitment, (w, whose) => Commitment(w, whose)),
            .. OfOne("/commitments/{id:guid}/voices/claims", ReadsCommitment, (w, whose) => Commitment(w, whose)),
            .. Of("/voices/unanswered", Contributes),
            .. Of("/voices/claims", ForCommunity),
            .. Of("/voices/invitations", ForCommunity),
            .. OfOne("/organizations/{id:guid}/contacts", ManagesPeople, (w, whose) => Task.FromResult(w.Organization(whose).Value)),
            .. OfOne("/organizations/{id:guid}/api-keys", ManagesPeople, (w, whose) => Task.FromResult(w.Organization(whose).Value)),
            .. OfOne("/partnerships/{id:guid}/members", ReadsCommitment, (w, whose) => Task.FromResult(w.Partnership(whose).Value)),
            .. Of("/imports", Administers),
            .. Of("/report-schedules", Administers),
            .. Of("/calendars", AnyoneSignedIn),
            .. Of("/webhooks", ManagesOwnPeople),
            .. Of("/deferred", Administers),
            .. Of("/security-events", Administers),
            .. Of("/audit-verifications", "ok ok ok 403 403 403 403 401"),
            .. OfOne("/commitments/{id:guid}/report-links", ManagesPeople, (w, whose) => Commitment(w, whose)),
            .. OfOne("/webhooks/{id:guid}/deliveries", ManagesOwn, WebhookThings.Webhook),
            .. OfOne("/imports/{id:guid}/items", Administers, (w, _) => Import(w)),
        ];

    private static IEnumerable<EndpointRow> Of(string path, string answers) => Both(path, answers, (_, _) => Task.FromResult(path));

    private static IEnumerable<EndpointRow> OfOne(string route, string answers, Func<World, Whose, Task<Guid>> id) =>
        Both(route, answers, async (w, whose) => route.Replace("{id:guid}", $"{await id(w, whose)}", StringComparison.Ordinal));

    private static IEnumerable<EndpointRow> Both(string route, string answers, Func<World, Whose, Task<string>> path) =>
        new[] { "/api/v1/exports", "/exports" }.Select(place => new EndpointRow(
            $"GET {place}{route}.{{format:alpha}}",
            200,
            answers,
            async (w, whose) => new($"{place}{await path(w, whose)}.csv")
        ));

    private static async Task<Guid> Commitment(World w, Whose whose) => Guid.Parse((await w.Active(whose)).Split('/')[^1]);

    private static async Task<Guid> Import(World w)
    {
        using var file = new MemoryStream("id,name,due\n"u8.ToArray());
        return (await w.Host.Send(new StartImport("pledges.csv", file, Bodies.ImportProfile, DryRun: true))).Value;
    }
}
