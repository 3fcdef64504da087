using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class ReviewPageRows
{
    private const string Day = "2026-11-20";

    public static IEnumerable<EndpointRow> All =>
        [
            .. PageRows.Read("/work", "ok ok ok ok ok 302 302 401", (w, _) => Work(w)),
            .. PageRows.Form(
                "/commitments/{id:guid}/decide",
                Judges,
                async (w, whose) => Page(await w.Submitted(whose)) + "/decide",
                ("decision", "accept")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/reports/{reportId:guid}",
                Judges,
                async (w, whose) => Page(await w.Report(whose)),
                ("decision", "accept")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/change-requests/{changeRequestId:guid}",
                Judges,
                async (w, whose) => Page(await w.Change(whose)),
                ("decision", "accept")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/assess",
                Judges,
                async (w, whose) => Page(await w.Active(whose)) + "/assess",
                ("level", "limited"),
                ("narrative", "Some."),
                ("asOf", Day)
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/close",
                Judges,
                async (w, whose) =>
                {
                    var id = await w.ActiveId(whose);
                    await w.Host.Send(new AssessCommitment(id, CompletionLevel.Complete, "Seen.", TestClock.Day(Day)));
                    return Page(World.Url(id)) + "/close";
                },
                ("outcome", "completed"),
                ("narrative", "Done."),
                ("closedOn", Day)
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/reopen",
                Judges,
                async (w, whose) =>
                {
                    var id = await w.ActiveId(whose);
                    await w.Host.Close(id, ClosingOutcome.Completed, Day);
                    return Page(World.Url(id)) + "/reopen";
                },
                ("reason", "It was another one.")
            ),
        ];

    /// <summary>The page about what an operation of the API is about.</summary>
    private static string Page(string url) => url.Replace("/api/v1", "", StringComparison.Ordinal);

    /// <summary>A member of the board is led to the overview where nothing waits for the board.</summary>
    private static async Task<string> Work(World w)
    {
        await InitiativeRows.Proposed(w, Whose.Strangers);
        return "/work";
    }
}
