using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class DraftingPageRows
{
    private static readonly (string, string)[] Terms =
    [
        ("title", "Screen 5,000 people"),
        ("sdgTargets", "3.4"),
        ("dueDate", "2027-06-30"),
        ("reportingFrequency", "quarterly"),
    ];

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Read("/commitments/new", "ok 403 403 ok ok 403 403 401", (_, _) => Task.FromResult("/commitments/new")),
            new(
                "POST /commitments/new",
                303,
                Drafts,
                (w, whose) =>
                    Task.FromResult(
                        new EndpointRequest(
                            "/commitments/new",
                            PageRows.Fields([
                                .. Terms,
                                ("partnershipId", w.Partnership(whose).Value.ToString()),
                                ("organizationId", w.Organization(whose).Value.ToString()),
                            ])
                        )
                    )
            ),
            .. PageRows.Form("/commitments/{id:guid}/revise", Drafts, async (w, whose) => Page(await w.Draft(whose)) + "/revise", Terms),
            .. PageRows.Form("/commitments/{id:guid}/submit", Submits, async (w, whose) => Page(await w.Draft(whose)) + "/submit"),
        ];

    private static string Page(string url) => url.Replace("/api/v1", "", StringComparison.Ordinal);
}
