using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Initiatives;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>
/// Initiatives, in the API and on pages. Each is proposed by the system and carried by the organization that is asked for.
/// </summary>
internal static class InitiativeRows
{
    private const string Api = "/api/v1/initiatives",
        One = "/initiatives/{id:guid}";

    private const string Reads = "ok ok ok ok ok 404 ok 401",
        Proposes = "ok ok ok ok ok 403 ok 401",
        Decides = "403 403/ok/ok 403 403 403 403 403 401",
        NotProposed = "403 403 403 403 403 403 403 401",
        MakesCommitments = "ok 403 403 ok/403/403 403 403 403 401";

    private static readonly (string, string)[] Draft =
    [
        ("title", "Peer learning"),
        ("pillar", "advocacy"),
        ("idea", "Nurses teach nurses."),
        ("need", "Rural clinics lack training."),
    ];

    public static IEnumerable<EndpointRow> All => [.. OfApi, .. OfPages];

    private static IEnumerable<EndpointRow> OfApi =>
        [
            new($"POST {Api}", 201, Proposes, (_, _) => Task.FromResult(new EndpointRequest(Api, Bodies.Initiative()))),
            new($"GET {Api}", 200, AnyoneSignedIn, (_, _) => Task.FromResult(new EndpointRequest(Api))),
            new(
                $"GET {Api}/sounding-board",
                200,
                AnyoneSignedIn,
                (_, _) => Task.FromResult(new EndpointRequest(Api + "/sounding-board?pillar=advocacy"))
            ),
            Row("GET", "", 200, Reads),
            Row("GET", "/history", 200, Reads),
            Row("GET", "/supports", 200, Reads),
            Row("GET", "/comments", 200, Reads),
            Row("GET", "/concerns", 200, Reads),
            Row("PUT", "", 403, NotProposed, Bodies.Initiative()),
            Row("POST", "/withdraw", 403, NotProposed, new { reason = "Done elsewhere." }),
            Row("POST", "/accept", 200, Decides, new { reason = "It answers a need." }),
            Row("POST", "/decline", 200, Decides, new { reason = "It is too large." }),
            Row("POST", "/decision-preview", 200, Decides, new { accepts = true }),
            // The support of one's own organization is refused by a rule.
            new(
                $"POST {Api}/{{id:guid}}/supports",
                201,
                Proposes,
                async (w, _) => new($"{Api}/{await Individual(w)}/supports", new { brings = "Two trainers." })
            ),
            new(
                $"DELETE {Api}/{{id:guid}}/supports/{{supportId:guid}}",
                403,
                NotProposed,
                async (w, _) =>
                {
                    var (id, support) = await Supported(w);
                    return new($"{Api}/{id}/supports/{support}");
                }
            ),
            Row("POST", "/comments", 201, Proposes, new { text = "How can we help?" }),
            Row("POST", "/concerns", 201, Proposes, new { text = "Who pays?" }),
            OfConcern("answer", new { answer = "We do." }),
            OfConcern("resolve", null),
            new(
                $"POST {Api}/{{id:guid}}/partnership",
                201,
                Administers,
                async (w, whose) => new($"{Api}/{await Accepted(w, whose)}/partnership")
            ),
            new(
                $"POST {Api}/{{id:guid}}/commitment",
                201,
                MakesCommitments,
                async (w, whose) => new($"{Api}/{await Accepted(w, whose)}/commitment", new { partnershipId = w.Partnership(whose).Value })
            ),
        ];

    private static IEnumerable<EndpointRow> OfPages =>
        [
            .. PageRows.Read("/initiatives", AnyoneSignedIn, (_, _) => Task.FromResult("/initiatives")),
            .. PageRows.Read(One, Reads, async (w, whose) => $"/initiatives/{await Proposed(w, whose)}"),
            .. PageRows.Form("/initiatives/new", Proposes, (_, _) => Task.FromResult("/initiatives/new"), Draft),
            .. Form("/edit", NotProposed, Proposed, 403, Draft),
            .. Form("/withdraw", NotProposed, Proposed, 403, ("reason", "Done elsewhere.")),
            .. Form("/decide", Decides, Proposed, 303, ("decision", "accept"), ("reason", "It answers a need.")),
            .. Form("/support", Proposes, (w, _) => Individual(w), 303, ("brings", "Two trainers.")),
            .. Form("/comment", Proposes, Proposed, 303, ("text", "How can we help?")),
            .. Form("/concern", Proposes, Proposed, 303, ("text", "Who pays?")),
            .. PageRows.Read(One + "/supports/{supportId:guid}/withdraw", Proposes, async (w, _) => await WithdrawSupport(w)),
            PageRows.Send(One + "/supports/{supportId:guid}/withdraw", NotProposed, async (w, _) => await WithdrawSupport(w), success: 403),
            .. PageRows
                .Read(One + "/concerns/{concernId:guid}/answer", NotProposed, async (w, _) => await Concern(w) + "/answer")
                .Select(Refused),
            PageRows.Send(
                One + "/concerns/{concernId:guid}/answer",
                NotProposed,
                async (w, _) => await Concern(w) + "/answer",
                (_, _) => [("answer", "We do.")],
                403
            ),
            PageRows.Send(
                One + "/concerns/{concernId:guid}/resolve",
                NotProposed,
                async (w, _) => await Concern(w) + "/resolve",
                success: 403
            ),
            .. Form("/partnership", Administers, Accepted, 303, ("name", "Peer learning")),
            .. PageRows.Read(
                One + "/commitment",
                "ok 403 403 ok 403 403 403 401",
                async (w, whose) => $"/initiatives/{await Accepted(w, whose)}/commitment"
            ),
            PageRows.Send(
                One + "/commitment",
                "ok 403 403 ok 403 403 403 401",
                async (w, whose) => $"/initiatives/{await Accepted(w, whose)}/commitment",
                (w, whose) => [("partnershipId", w.Partnership(whose).Value.ToString())]
            ),
        ];

    public static async Task<Guid> Proposed(World w, Whose whose) =>
        (
            await w.Host.Send(
                new ProposeInitiative(
                    new InitiativeDraft
                    {
                        Title = "Peer learning",
                        Pillar = "advocacy",
                        Idea = "Nurses teach nurses.",
                        Need = "Rural clinics lack training.",
                        OrganizationId = w.Organization(whose).Value,
                    }
                )
            )
        ).Value;

    public static async Task<Guid> Accepted(World w, Whose whose)
    {
        var id = await Proposed(w, whose);
        await w.Host.SendAs(Role.Board, null, new AcceptInitiative(new InitiativeId(id), "It answers a need."));
        return id;
    }

    /// <summary>Proposed by an individual.</summary>
    private static async Task<Guid> Individual(World w) =>
        (
            await w.Host.Send(
                new ProposeInitiative(
                    new InitiativeDraft
                    {
                        Title = "Peer learning",
                        Pillar = "advocacy",
                        Idea = "Nurses teach nurses.",
                        Need = "Rural clinics lack training.",
                    }
                )
            )
        ).Value;

    private static async Task<(Guid Id, Guid Support)> Supported(World w)
    {
        var id = new InitiativeId(await Individual(w));
        var stranger = w.Organization(Whose.Strangers);
        return (id.Value, (await w.Host.SendAs(Role.Officer, stranger, new SupportInitiative(id, "A room."))).Value);
    }

    private static async Task<string> WithdrawSupport(World w)
    {
        var (id, support) = await Supported(w);
        return $"/initiatives/{id}/supports/{support}/withdraw";
    }

    private static async Task<string> Concern(World w)
    {
        var id = new InitiativeId(await Individual(w));
        return $"/initiatives/{id.Value}/concerns/{(await w.Host.Send(new RaiseConcern(id, "Who pays?"))).Value}";
    }

    private static EndpointRow OfConcern(string action, object? body) =>
        new(
            $"POST {Api}/{{id:guid}}/concerns/{{concernId:guid}}/{action}",
            403,
            NotProposed,
            async (w, _) => new($"/api/v1{await Concern(w)}/{action}", body)
        );

    private static EndpointRow Row(string method, string action, int success, string answers, object? body = null) =>
        new(
            $"{method} {Api}/{{id:guid}}{action}",
            success,
            answers,
            async (w, whose) => new($"{Api}/{await Proposed(w, whose)}{action}", body)
        );

    private static IEnumerable<EndpointRow> Form(
        string action,
        string answers,
        Func<World, Whose, Task<Guid>> id,
        int success,
        params (string Name, string Value)[] fields
    )
    {
        var rows = PageRows.Form(One + action, answers, async (w, whose) => $"/initiatives/{await id(w, whose)}{action}", fields);
        return success == 403 ? rows.Select(Refused) : rows;
    }

    /// <summary>A page that is for one person only, which none of the callers is.</summary>
    private static EndpointRow Refused(EndpointRow row) => row with { Success = 403 };
}
