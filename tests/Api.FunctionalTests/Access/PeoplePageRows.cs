using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class PeoplePageRows
{
    private const string Person = "/people/{id:guid}";

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Read("/people", ManagesOwnPeople, (_, _) => Task.FromResult("/people")),
            .. PageRows.Read("/people/new", ManagesOwnPeople, (_, _) => Task.FromResult("/people/new")),
            PageRows.Send(
                "/people/new",
                ManagesPeople,
                (_, _) => Task.FromResult("/people/new"),
                (w, whose) =>
                    [
                        ("email", OrganizationThings.Address()),
                        ("role", "reporter"),
                        ("organizationId", w.Organization(whose).Value.ToString()),
                    ]
            ),
            .. PageRows.Read(Person, SeesOwnPeople, (w, whose) => Of(w, whose)),
            .. PageRows.Form(Person + "/role", SeesOwnPeople, (w, whose) => Of(w, whose, "/role"), ("role", "officer")),
            .. PageRows.Form(Person + "/deactivate", SeesOwnPeople, (w, whose) => Of(w, whose, "/deactivate")),
            PageRows.Send(Person + "/reactivate", SeesOwnPeople, (w, whose) => Of(w, whose, "/reactivate")),
            PageRows.Send(Person + "/resend-invitation", SeesOwnPeople, (w, whose) => Of(w, whose, "/resend-invitation")),
            // An API key has no preferences and no career.
            PageRows.Send("/me/about", AnyoneSignedIn, (_, _) => Task.FromResult("/me/about"), success: 403),
            PageRows.Send("/me/preferences", AnyoneSignedIn, (_, _) => Task.FromResult("/me/preferences"), success: 403),
        ];

    private static async Task<string> Of(World w, Whose whose, string action = "") =>
        $"/people/{await OrganizationThings.Person(w, whose)}{action}";
}
