using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class CommitmentActionPageRows
{
    private const string Today = "2026-11-20";

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Form(
                "/commitments/{id:guid}/report",
                Drafts,
                On("report"),
                ("asOf", Today),
                ("narrative", "Ninety posts measure.")
            ),
            .. PageRows.Form("/commitments/{id:guid}/reports/{reportId:guid}/evidence", Drafts, Evidence),
            .. PageRows.Form(
                "/commitments/{id:guid}/milestones/{milestoneId:guid}/complete",
                Drafts,
                async (w, whose) => (await Milestone(w, whose)).Page + "/complete",
                ("completedOn", Today)
            ),
            .. PageRows.Form("/commitments/{id:guid}/milestones/{milestoneId:guid}/reopen", Drafts, Completed, ("reason", "A mistake.")),
            .. PageRows.Form(
                "/commitments/{id:guid}/payment",
                Drafts,
                On("payment"),
                ("amount", "10"),
                ("currency", "CHF"),
                ("paidOn", Today)
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/change",
                Submits,
                On("change"),
                ("newDueDate", "2027-12-31"),
                ("reason", "funding"),
                ("explanation", "The money is late.")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/supporters",
                Submits,
                async (w, whose) =>
                    new(await On("supporters")(w, whose), Fields(("organizationId", (await w.Member(whose)).Value.ToString())))
            ),
            .. PageRows.Form("/commitments/{id:guid}/supporters/{organizationId:guid}/remove", Submits, Supporter),
            .. PageRows.Form(
                "/commitments/{id:guid}/report-links",
                ManagesPeople,
                async (w, whose) =>
                    new(await On("report-links")(w, whose), Fields(("contactId", (await Contact(w, whose)).Value.ToString())))
            ),
            .. PageRows.Read("/commitments/{id:guid}/report-links/sent", ManagesPeople, On("report-links/sent")),
            .. PageRows.Form("/commitments/{id:guid}/report-links/{linkId:guid}/revoke", ManagesPeople, Link),
            .. PageRows.Form("/commitments/{id:guid}/withdraw", Submits, On("withdraw"), ("reason", "The programme ended.")),
            .. PageRows.Form(
                "/commitments/{id:guid}/supersede",
                Submits,
                async (w, whose) =>
                    new(
                        await On("supersede")(w, whose),
                        Fields(("successorId", (await w.ActiveId(whose)).Value.ToString()), ("reason", "A larger one."))
                    )
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/hand-over",
                Administers,
                async (w, whose) =>
                    new(
                        await On("hand-over")(w, whose),
                        Fields(("organizationId", w.Organization(Whose.Partners).Value.ToString()), ("reason", "They merged."))
                    )
            ),
        ];

    private static Func<World, Whose, Task<string>> On(string action) => async (w, whose) => $"{Page(await w.ActiveId(whose))}/{action}";

    private static string Page(CommitmentId id) => $"/commitments/{id.Value}";

    private static FormUrlEncodedContent Fields(params (string, string)[] fields) => PageRows.Fields(fields);

    private static async Task<EndpointRequest> Evidence(World w, Whose whose)
    {
        var id = await w.ActiveId(whose);
        var report = await w.Host.ReportComplete(id, Today);
        return new($"{Page(id)}/reports/{report.Value}/evidence", Bodies.Evidence("A register."u8.ToArray(), "register.txt"));
    }

    private static async Task<(CommitmentId Id, MilestoneId Milestone, string Page)> Milestone(World w, Whose whose)
    {
        var id = await w.ActiveId(whose);
        var milestone = (await w.Host.Send(new GetCommitment(id))).Milestones[0].Id;
        return (id, new MilestoneId(milestone), $"{Page(id)}/milestones/{milestone}");
    }

    private static async Task<string> Completed(World w, Whose whose)
    {
        var (id, milestone, page) = await Milestone(w, whose);
        await w.Host.Send(new CompleteMilestone(id, milestone, TestClock.Day(Today)));
        return page + "/reopen";
    }

    private static async Task<string> Supporter(World w, Whose whose)
    {
        var (id, supporter) = (await w.ActiveId(whose), await w.Member(whose));
        await w.Host.Send(new AddSupporter(id, supporter));
        return $"{Page(id)}/supporters/{supporter.Value}/remove";
    }

    private static async Task<ContactId> Contact(World w, Whose whose) => new(await OrganizationThings.Contact(w, whose));

    private static async Task<string> Link(World w, Whose whose)
    {
        var id = await w.ActiveId(whose);
        var link = await w.Host.Send(new SendReportLink(id, await Contact(w, whose)));
        return $"{Page(id)}/report-links/{link.Value}/revoke";
    }
}
