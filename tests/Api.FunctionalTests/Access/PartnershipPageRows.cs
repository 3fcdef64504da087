using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class PartnershipPageRows
{
    private static readonly (string, string)[] Terms = [("name", "River Alliance"), ("startDate", "2026-01-01")];

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Read("/partnerships", AnyoneSignedIn, (_, _) => Task.FromResult("/partnerships")),
            .. PageRows.Read("/partnerships/{id:guid}", ReadsCommitment, (w, whose) => Task.FromResult(Url(w, whose))),
            .. PageRows.Form("/partnerships/new", Administers, (_, _) => Task.FromResult("/partnerships/new"), Terms),
            .. PageRows.Form("/partnerships/{id:guid}/edit", Administers, async (w, _) => await Proposed(w) + "/edit", Terms),
            .. PageRows.Form("/partnerships/{id:guid}/activate", Administers, async (w, _) => await Proposed(w) + "/activate"),
            .. PageRows.Form("/partnerships/{id:guid}/complete", Administers, async (w, _) => await Active(w) + "/complete"),
            .. PageRows.Form("/partnerships/{id:guid}/publish", Administers, async (w, _) => await Active(w) + "/publish"),
            .. PageRows.Form("/partnerships/{id:guid}/unpublish", Administers, async (w, _) => await Active(w) + "/unpublish"),
            .. PageRows.Form(
                "/partnerships/{id:guid}/dissolve",
                Administers,
                async (w, _) => await Active(w) + "/dissolve",
                ("reason", "It is over.")
            ),
            .. PageRows.Read(
                "/partnerships/{id:guid}/members/new",
                Administers,
                (w, whose) => Task.FromResult(Url(w, whose) + "/members/new")
            ),
            new(
                "POST /partnerships/{id:guid}/members/new",
                303,
                Administers,
                async (w, whose) =>
                    new(
                        Url(w, whose) + "/members/new",
                        PageRows.Fields(
                            ("organizationId", (await w.Host.Organization("New member")).Value.ToString()),
                            ("role", "knowledge")
                        )
                    )
            ),
            .. PageRows.Form(
                "/partnerships/{id:guid}/members/{organizationId:guid}",
                Administers,
                async (w, whose) => $"{Url(w, whose)}/members/{(await w.Member(whose)).Value}",
                ("role", "funding")
            ),
            .. PageRows.Form(
                "/partnerships/{id:guid}/members/{organizationId:guid}/leave",
                Administers,
                async (w, whose) => $"{Url(w, whose)}/members/{(await w.Member(whose)).Value}/leave",
                ("reason", "Its programme ended.")
            ),
        ];

    private static string Url(World w, Whose whose) => $"/partnerships/{w.Partnership(whose).Value}";

    private static async Task<string> Active(World w) =>
        $"/partnerships/{(await w.Host.ActivePartnership(await w.Host.Organization("One"), await w.Host.Organization("Another"))).Value}";

    private static async Task<string> Proposed(World w)
    {
        var id = await w.Host.Send(new ProposePartnership("Proposed", TestClock.Day("2026-01-01")));
        await w.Host.Send(new AddMember(id, w.Organization(Whose.Own), MemberRole.Lead));
        await w.Host.Send(new AddMember(id, w.Organization(Whose.Partners), MemberRole.Funding));
        return $"/partnerships/{id.Value}";
    }
}
