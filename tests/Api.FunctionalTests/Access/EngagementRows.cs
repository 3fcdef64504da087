using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>Community engagement of partnerships, which the officer's organization leads, and of commitments.</summary>
internal static class EngagementRows
{
    /// <summary>A reporter may record for a commitment, but not for a partnership.</summary>
    private const string Leads = "ok 403 403 ok/ok/404 403/403/404 403 403 401";

    private static readonly EngagementDraft Draft = new(
        EngagementPhase.Design,
        EngagementLevel.Consult,
        TestClock.Day("2026-01-01"),
        Community: "Mothers' groups"
    );

    private static readonly ResultMeasureDraft Measure = new(CommunityResult.Accountability, "Complaints answered", "%");

    private static readonly object EngagementBody = new
    {
        community = "Mothers' groups",
        phase = "design",
        level = "consult",
        from = "2026-01-01",
    };

    private static readonly object MeasureBody = new
    {
        result = "accountability",
        indicator = "Complaints answered",
        unit = "%",
    };

    private static readonly (string, string)[] EngagementFields =
    [
        ("community", "Mothers' groups"),
        ("phase", "design"),
        ("level", "consult"),
        ("from", "2026-01-01"),
    ];

    private static readonly (string, string)[] MeasureFields =
    [
        ("result", "accountability"),
        ("indicator", "Complaints answered"),
        ("unit", "%"),
    ];

    public static IEnumerable<EndpointRow> All =>
        [
            .. OfSubject("engagements", EngagementBody),
            .. OfSubject("result-measures", MeasureBody),
            .. One("engagements", EngagementBody, EngagementFields, Engagement),
            .. One("result-measures", MeasureBody, MeasureFields, ResultMeasure),
            .. PageRows.Read("/partnerships/{id:guid}/engagement", ReadsCommitment, (w, whose) => Partnership(w, whose, "/engagement")),
            .. PageRows.Read("/commitments/{id:guid}/engagement", ReadsCommitment, (w, whose) => Commitment(w, whose, "/engagement")),
            .. PageRows.Form(
                "/partnerships/{id:guid}/engagement/new",
                Leads,
                (w, whose) => Partnership(w, whose, "/engagement/new"),
                EngagementFields
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/engagement/new",
                Drafts,
                (w, whose) => Commitment(w, whose, "/engagement/new"),
                EngagementFields
            ),
            .. PageRows.Form(
                "/partnerships/{id:guid}/result-measures/new",
                Leads,
                (w, whose) => Partnership(w, whose, "/result-measures/new"),
                MeasureFields
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/result-measures/new",
                Drafts,
                (w, whose) => Commitment(w, whose, "/result-measures/new"),
                MeasureFields
            ),
        ];

    private static IEnumerable<EndpointRow> OfSubject(string list, object body)
    {
        foreach (
            var (subject, address, answers) in new (string, Func<World, Whose, string, Task<string>>, string)[]
            {
                ("partnerships", Partnership, Leads),
                ("commitments", Commitment, Drafts),
            }
        )
        {
            var route = $"/{subject}/{{id:guid}}/{list}";
            yield return new(
                $"POST /api/v1{route}",
                201,
                answers,
                async (w, whose) => new("/api/v1" + await address(w, whose, "/" + list), body)
            );
            yield return new(
                $"GET /api/v1{route}",
                200,
                ReadsCommitment,
                async (w, whose) => new("/api/v1" + await address(w, whose, "/" + list))
            );
            foreach (var place in new[] { "/api/v1/exports", "/exports" })
                yield return new(
                    $"GET {place}{route}.{{format:alpha}}",
                    200,
                    ReadsCommitment,
                    async (w, whose) => new(place + await address(w, whose, $"/{list}.csv"))
                );
        }
    }

    /// <summary>One of a commitment.</summary>
    private static IEnumerable<EndpointRow> One(string list, object body, (string, string)[] fields, Func<World, Whose, Task<Guid>> make) =>
        [
            new($"GET /api/v1/{list}/{{id:guid}}", 200, ReadsCommitment, async (w, whose) => new($"/api/v1/{list}/{await make(w, whose)}")),
            new($"PUT /api/v1/{list}/{{id:guid}}", 200, Drafts, async (w, whose) => new($"/api/v1/{list}/{await make(w, whose)}", body)),
            new($"DELETE /api/v1/{list}/{{id:guid}}", 204, Drafts, async (w, whose) => new($"/api/v1/{list}/{await make(w, whose)}")),
            .. PageRows.Form($"/{list}/{{id:guid}}/edit", Drafts, async (w, whose) => $"/{list}/{await make(w, whose)}/edit", fields),
            .. PageRows.Form($"/{list}/{{id:guid}}/remove", Drafts, async (w, whose) => $"/{list}/{await make(w, whose)}/remove"),
        ];

    private static async Task<Guid> Engagement(World w, Whose whose) =>
        (await w.Host.Send(new RecordEngagement(null, await w.ActiveId(whose), Draft))).Value;

    private static async Task<Guid> ResultMeasure(World w, Whose whose) =>
        (await w.Host.Send(new RecordResultMeasure(null, await w.ActiveId(whose), Measure))).Value;

    private static Task<string> Partnership(World w, Whose whose, string path) =>
        Task.FromResult($"/partnerships/{w.Partnership(whose).Value}{path}");

    private static async Task<string> Commitment(World w, Whose whose, string path) =>
        $"/commitments/{(await w.ActiveId(whose)).Value}{path}";
}
