using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class OrganizationPageRows
{
    private const string Contacts = "/organizations/{id:guid}/contacts",
        Keys = "/organizations/{id:guid}/api-keys";

    private static readonly (string, string)[] Profile =
    [
        ("name", "River Watch"),
        ("type", "22"),
        ("countryCode", "BD"),
        ("timeZone", "Asia/Dhaka"),
    ];

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Read("/organizations", AnyoneSignedIn, (_, _) => Task.FromResult("/organizations")),
            .. PageRows.Read("/organizations/{id:guid}", ReadsOrganization, (w, whose) => Task.FromResult(Organization(w, whose))),
            .. PageRows.Form(
                Contacts + "/new",
                ManagesPeople,
                (w, whose) => Task.FromResult($"{Organization(w, whose)}/contacts/new"),
                (_, _) => [.. Somebody(), ("role", "alternate")]
            ),
            .. PageRows.Form(
                Contacts + "/{contactId:guid}/edit",
                ManagesPeople,
                Contact("edit"),
                (_, _) => [.. Somebody(), ("role", "alternate")]
            ),
            .. PageRows.Form(Contacts + "/{contactId:guid}/hand-over", ManagesPeople, Contact("hand-over"), (_, _) => Somebody()),
            .. PageRows.Form(Contacts + "/{contactId:guid}/remove", ManagesPeople, Contact("remove")),
            .. PageRows.Read(Keys, ManagesPeople, (w, whose) => Task.FromResult($"{Organization(w, whose)}/api-keys")),
            .. PageRows.Form(
                Keys + "/new",
                ManagesPeople,
                (w, whose) => Task.FromResult($"{Organization(w, whose)}/api-keys/new"),
                (_, _) => [("name", "Short-lived"), ("role", "reporter")],
                success: 200
            ),
            .. PageRows.Form(Keys + "/{keyId:guid}/rotate", ManagesPeople, Key("rotate"), (_, _) => [("overlapHours", "0")], success: 200),
            .. PageRows.Form(Keys + "/{keyId:guid}/revoke", ManagesPeople, Key("revoke")),
            .. PageRows.Form("/organizations/new", Administers, (_, _) => Task.FromResult("/organizations/new"), Profile),
            .. PageRows.Form(
                "/organizations/{id:guid}/edit",
                Administers,
                async (w, _) => $"/organizations/{(await w.Host.Organization("To be changed")).Value}/edit",
                Profile
            ),
        ];

    private static string Organization(World w, Whose whose) => $"/organizations/{w.Organization(whose).Value}";

    private static Func<World, Whose, Task<string>> Contact(string action) =>
        async (w, whose) => $"{Organization(w, whose)}/contacts/{await OrganizationThings.Contact(w, whose)}/{action}";

    private static Func<World, Whose, Task<string>> Key(string action) =>
        async (w, whose) => $"{Organization(w, whose)}/api-keys/{await OrganizationThings.Key(w, whose)}/{action}";

    private static (string, string)[] Somebody() => [("name", "Short-lived"), ("email", OrganizationThings.Address())];
}
