using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class OrganizationPageRows
{
    private static readonly (string, string)[] Profile =
    [
        ("name", "River Watch"),
        ("type", "22"),
        ("countryCode", "BD"),
        ("timeZone", "Asia/Dhaka"),
    ];

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Form("/organizations/new", Administers, (_, _) => Task.FromResult("/organizations/new"), Profile),
            .. PageRows.Form(
                "/organizations/{id:guid}/edit",
                Administers,
                async (w, _) => $"/organizations/{(await w.Host.Organization("To be changed")).Value}/edit",
                Profile
            ),
        ];
}
