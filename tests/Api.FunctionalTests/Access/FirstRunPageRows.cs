using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class FirstRunPageRows
{
    private static readonly (string, string)[] Organization =
    [
        ("name", "River Watch"),
        ("type", "22"),
        ("countryCode", "BD"),
        ("timeZone", "Asia/Dhaka"),
        ("contact.name", "Rahima"),
        ("contact.email", "rahima@example.org"),
    ];

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Form("/start/organization", Administers, (_, _) => Task.FromResult("/start/organization"), Organization),
            .. PageRows.Form("/start/partner", Administers, (_, _) => Task.FromResult("/start/partner"), Organization),
            .. PageRows.Read("/start/partnership", Administers, (_, _) => Task.FromResult("/start/partnership")),
            new(
                "POST /start/partnership",
                303,
                Administers,
                (w, _) =>
                    Task.FromResult(
                        new EndpointRequest(
                            "/start/partnership",
                            PageRows.Fields(
                                ("name", "River Alliance"),
                                ("startDate", "2026-01-01"),
                                ("lead", w.Organization(Whose.Own).Value.ToString()),
                                ("partner", w.Organization(Whose.Partners).Value.ToString())
                            )
                        )
                    )
            ),
            .. PageRows
                .Read("/start/commitment", Administers, (_, _) => Task.FromResult("/start/commitment"))
                .Select(row => row with { Success = 303 }),
            .. PageRows.Read("/start/reviewer", ManagesOwnPeople, (_, _) => Task.FromResult("/start/reviewer")),
            new(
                "POST /start/reviewer",
                303,
                "ok 403 403 403 403 403 403 401",
                (_, _) =>
                    Task.FromResult(new EndpointRequest("/start/reviewer", PageRows.Fields(("email", $"{Guid.NewGuid():n}@example.org"))))
            ),
        ];
}
