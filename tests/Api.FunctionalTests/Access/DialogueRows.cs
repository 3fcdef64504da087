using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>Dialogues in the API and on pages. Whoever organizes them is answered as whoever manages people.</summary>
internal static class DialogueRows
{
    /// <summary>A member reads what their organization organizes, but not what a partner does.</summary>
    private const string Organizes = ManagesPeople,
        Reads = "ok ok ok ok/ok/404 ok/ok/404 404 ok/404/404 401";

    private static readonly (string, string)[] Segment = [("title", "Opening"), ("method", "presentation"), ("minutes", "10")];
    private static readonly (string, string)[] OutcomeFields = [("kind", "recommendation"), ("title", "Read the register together")];

    private static readonly object Terms = new
    {
        title = "Villages",
        question = "What lasts?",
        startsOn = "2027-01-01",
        startTime = "09:00",
    };

    private static readonly (string, string)[] TermFields =
    [
        ("title", "Villages"),
        ("question", "What lasts?"),
        ("startsOn", "2027-01-01"),
        ("startTime", "09:00"),
        ("timeZone", "UTC"),
    ];

    public static IEnumerable<EndpointRow> All => [.. Api, .. Planning, .. People, .. Written, .. Files];

    private static IEnumerable<EndpointRow> Api =>
        [
            new(
                "POST /api/v1/dialogues",
                201,
                Organizes,
                (w, whose) =>
                    At(
                        "/api/v1/dialogues",
                        new
                        {
                            organizationId = w.Organization(whose).Value,
                            title = "Villages",
                            question = "What lasts?",
                            startsOn = "2027-01-01",
                            startTime = "09:00",
                        }
                    )
            ),
            new("GET /api/v1/dialogues", 200, AnyoneSignedIn, (_, _) => At("/api/v1/dialogues")),
            Of("GET", "", Reads),
            Of("GET", "/inclusion", Reads),
            Of("PUT", "", Organizes, body: _ => Terms),
            Of("POST", "/start", Organizes),
            Of("POST", "/consolidate", Organizes, make: Running),
            Of("POST", "/publish", Organizes, make: Consolidating),
            Of("POST", "/step-back", Organizes, make: Running),
            Of("PUT", "/take-up-day", Organizes, body: _ => new { takeUpBy = "2027-06-30" }),
            Of("GET", "/agenda", Reads),
            Of("GET", "/agenda.ics", Reads),
            Of("GET", "/rotation", Reads),
            Of("POST", "/rotate", Organizes, body: d => new { segmentId = d.First.Value }),
            Of(
                "POST",
                "/segments",
                Organizes,
                201,
                _ => new
                {
                    title = "Opening",
                    method = "presentation",
                    minutes = 10,
                }
            ),
            Of("GET", "/segments/{segmentId:guid}", Reads),
            Of(
                "PUT",
                "/segments/{segmentId:guid}",
                Organizes,
                body: _ => new
                {
                    title = "Other",
                    method = "plenary",
                    minutes = 10,
                }
            ),
            Of("DELETE", "/segments/{segmentId:guid}", Organizes, 204),
            Of("POST", "/segments/{segmentId:guid}/rooms", Organizes, 201, _ => new { name = "Group C" }),
            Of("GET", "/rooms/{roomId:guid}", Reads),
            Of("PUT", "/rooms/{roomId:guid}", Organizes, body: _ => new { name = "Group C" }),
            Of("DELETE", "/rooms/{roomId:guid}", Organizes, 204),
            Of(
                "POST",
                "/rooms/{roomId:guid}/people",
                Organizes,
                body: d => new { role = "participant", participantIds = new[] { d.Dipa.Value } }
            ),
            Of("DELETE", "/rooms/{roomId:guid}/people/{participantId:guid}", Organizes, 204),
            Of("POST", "/participants", Organizes, 201, _ => new { participants = new[] { Person() } }),
            Of("GET", "/participants", Organizes),
            Of("GET", "/participants/{participantId:guid}", Organizes),
            Of("PUT", "/participants/{participantId:guid}", Organizes, body: _ => Person()),
            Of("POST", "/participants/{participantId:guid}/resend", Organizes),
            Of("POST", "/participants/{participantId:guid}/spokesperson", Organizes),
            Of("DELETE", "/participants/{participantId:guid}", Organizes, 204),
            Of("POST", "/rooms/{roomId:guid}/notes", Organizes, 201, _ => new { text = "A thought" }, Running),
            Of("GET", "/notes", Reads),
            Of("GET", "/notes/{noteId:guid}", Reads, make: Running),
            Of("POST", "/questions", Organizes, 201, _ => new { text = "Who pays?" }),
            Of("GET", "/questions", Reads),
            Of("GET", "/questions/{questionId:guid}", Reads),
            Of("POST", "/questions/{questionId:guid}/answer", Organizes, body: _ => new { answer = "The district" }),
            Of("GET", "/agreements", Reads),
            Of("POST", "/outcomes", Organizes, 201, _ => new { kind = "recommendation", title = "Read it" }, Running),
            Of("GET", "/outcomes", Reads),
            Of("GET", "/outcomes/{outcomeId:guid}", Reads, make: Running),
            Of(
                "PUT",
                "/outcomes/{outcomeId:guid}",
                Organizes,
                body: _ => new { kind = "recommendation", title = "Read it" },
                make: Running
            ),
            Of("DELETE", "/outcomes/{outcomeId:guid}", Organizes, 204, make: Running),
            Of("PUT", "/outcomes/{outcomeId:guid}/agreements/{group}", Organizes, body: _ => new { level = "agrees" }, make: Running),
            Commitment("/outcomes/{outcomeId:guid}/commitment"),
            Commitment("/outcomes/{outcomeId:guid}/steps/{stepId:guid}/commitment"),
        ];

    private static IEnumerable<EndpointRow> Planning =>
        [
            .. PageRows.Read("/dialogues", AnyoneSignedIn, (_, _) => Task.FromResult("/dialogues")),
            .. PageRows.Read("/dialogues/new", ManagesOwnPeople, (_, _) => Task.FromResult("/dialogues/new")),
            PageRows.Send(
                "/dialogues/new",
                Organizes,
                (_, _) => Task.FromResult("/dialogues/new"),
                (w, whose) => [.. TermFields, ("organizationId", w.Organization(whose).Value.ToString())]
            ),
            .. Page("", Reads),
            .. Page("/agenda", Reads),
            new("GET /dialogues/{id:guid}/agenda.ics", 200, Reads, async (w, whose) => new((await Made(w, whose)).Page + "/agenda.ics")),
            .. Form("/edit", TermFields),
            .. Form("/start"),
            .. Form("/consolidate", make: Running),
            .. Form("/publish", make: Consolidating),
            .. Form("/step-back", make: Running),
            .. Form("/take-up-day", [("takeUpBy", "2027-06-30")]),
            .. Page("/plan", Organizes),
            .. Form("/segments/new", Segment),
            .. Form("/segments/{segmentId:guid}", Segment),
            .. Form("/segments/{segmentId:guid}/remove"),
            .. Form("/segments/{segmentId:guid}/rooms/new", [("name", "Group C")]),
            .. Form("/rooms/{roomId:guid}/edit", [("name", "Group C")]),
            .. Form("/rooms/{roomId:guid}/remove"),
            .. Page("/rotation", Reads),
            PageRows.Send(
                "/dialogues/{id:guid}/segments/{segmentId:guid}/rotate",
                Organizes,
                async (w, whose) =>
                {
                    var dialogue = await Made(w, whose);
                    return $"{dialogue.Page}/segments/{dialogue.First.Value}/rotate";
                }
            ),
        ];

    private static IEnumerable<EndpointRow> People =>
        [
            .. Page("/participants", Organizes),
            .. Form("/invite", [("people", "Esha <esha@example.org>, Network, research"), ("group", "research")]),
            .. Form("/participants/{participantId:guid}", [("name", "Esha"), ("email", "esha@example.org"), ("group", "research")]),
            .. Form("/participants/{participantId:guid}/spokesperson"),
            .. Form("/participants/{participantId:guid}/resend"),
            .. Form("/participants/{participantId:guid}/remove"),
            .. Page("/rooms/{roomId:guid}/people", Organizes),
            new(
                "POST /dialogues/{id:guid}/rooms/{roomId:guid}/people",
                303,
                Organizes,
                async (w, whose) =>
                {
                    var d = await Made(w, whose);
                    return new(
                        $"{d.Page}/rooms/{d.GroupA.Value}/people",
                        PageRows.Fields(("role", "participant"), ("participantIds", d.Dipa.Value.ToString()))
                    );
                }
            ),
            .. Form("/rooms/{roomId:guid}/people/{participantId:guid}/remove"),
            .. PageRows.Form(
                "/dialogue/{token}",
                Everybody,
                async (w, whose) => "/dialogue/" + await (await Made(w, whose)).Token("amena"),
                ("action", "accept")
            ),
            .. PageRows.Read(
                "/dialogue/{token}/agenda.ics",
                Everybody,
                async (w, whose) => $"/dialogue/{await (await Made(w, whose)).Token("amena")}/agenda.ics"
            ),
        ];

    private static IEnumerable<EndpointRow> Written =>
        [
            .. Page("/inclusion", Reads),
            .. Page("/notes", Reads),
            .. Page("/rooms/{roomId:guid}", Reads),
            Sent("/rooms/{roomId:guid}", ("text", "A thought")),
            .. Page("/questions", Reads),
            Sent("/questions", ("text", "Who pays?")),
            .. Form("/questions/{questionId:guid}", [("answer", "The district")]),
            .. Page("/outcomes/{outcomeId:guid}", Reads, Running),
            .. Form("/outcomes/new", OutcomeFields, Running),
            .. Form("/outcomes/{outcomeId:guid}/edit", OutcomeFields, Running),
            .. Form("/outcomes/{outcomeId:guid}/remove", make: Running),
            .. Form("/outcomes/{outcomeId:guid}/agreement", [("group", "research"), ("level", "agrees")], Running),
            .. Page("/outcomes/{outcomeId:guid}/commitment", "ok 403 403 ok/ok/404 403 403 403 401", Running),
            new(
                "POST /dialogues/{id:guid}/outcomes/{outcomeId:guid}/commitment",
                303,
                Organizes,
                async (w, whose) =>
                    new(
                        await Address("/outcomes/{outcomeId:guid}/commitment", await Running(w, whose), page: true),
                        PageRows.Fields(("organizationId", w.Organization(whose).Value.ToString()))
                    )
            ),
        ];

    private static IEnumerable<EndpointRow> Files =>
        [
            .. new[] { "/api/v1/exports", "/exports" }.SelectMany(place =>
                new[]
                {
                    "agenda",
                    "rotation",
                    "inclusion",
                    "participants",
                    "notes",
                    "questions",
                    "outcomes",
                    "agreements",
                    "voices",
                    "voices/claims",
                }
                    .Select(list => new EndpointRow(
                        $"GET {place}/dialogues/{{id:guid}}/{list}.{{format:alpha}}",
                        200,
                        list == "participants" ? Organizes : Reads,
                        async (w, whose) => new($"{place}/dialogues/{(await Made(w, whose)).Id.Value}/{list}.csv")
                    ))
                    .Append(
                        new EndpointRow(
                            $"GET {place}/dialogues.{{format:alpha}}",
                            200,
                            AnyoneSignedIn,
                            (_, _) => At($"{place}/dialogues.csv")
                        )
                    )
            ),
        ];

    private static EndpointRow Of(
        string method,
        string route,
        string answers,
        int success = 200,
        Func<GivenDialogue, object>? body = null,
        Func<World, Whose, Task<GivenDialogue>>? make = null
    ) =>
        new(
            $"{method} /api/v1/dialogues/{{id:guid}}{route}",
            success,
            answers,
            async (w, whose) =>
            {
                var dialogue = await (make ?? Made)(w, whose);
                return new(await Address(route, dialogue, page: false), body?.Invoke(dialogue));
            }
        );

    private static EndpointRow Commitment(string route) =>
        new(
            $"POST /api/v1/dialogues/{{id:guid}}{route}",
            201,
            Organizes,
            async (w, whose) =>
                new(await Address(route, await Running(w, whose), page: false), new { organizationId = w.Organization(whose).Value })
        );

    private static IEnumerable<EndpointRow> Page(string route, string answers, Func<World, Whose, Task<GivenDialogue>>? make = null) =>
        PageRows.Read(
            "/dialogues/{id:guid}" + route,
            answers,
            async (w, whose) => await Address(route, await (make ?? Made)(w, whose), page: true)
        );

    private static IEnumerable<EndpointRow> Form(
        string route,
        (string, string)[]? fields = null,
        Func<World, Whose, Task<GivenDialogue>>? make = null
    ) =>
        PageRows.Form(
            "/dialogues/{id:guid}" + route,
            Organizes,
            async (w, whose) => await Address(route, await (make ?? Made)(w, whose), page: true),
            fields ?? []
        );

    private static EndpointRow Sent(string route, (string, string) field) =>
        PageRows.Send(
            "/dialogues/{id:guid}" + route,
            Organizes,
            async (w, whose) => await Address(route, await Running(w, whose), page: true),
            (_, _) => [field]
        );

    private static Task<GivenDialogue> Made(World w, Whose whose) =>
        GivenDialogue.Make(w.Host, w.Organization(whose), w.Partnership(whose));

    private static async Task<GivenDialogue> Running(World w, Whose whose) => await (await Made(w, whose)).Running();

    private static async Task<GivenDialogue> Consolidating(World w, Whose whose)
    {
        var dialogue = await Running(w, whose);
        await dialogue.Outcome();
        await w.Host.Send(new ConsolidateDialogue(dialogue.Id));
        return dialogue;
    }

    /// <summary>Fills in the ids of what belongs to the dialogue, made where it does not exist yet.</summary>
    private static async Task<string> Address(string route, GivenDialogue d, bool page)
    {
        var address = route
            .Replace("{segmentId:guid}", $"{d.First.Value}", StringComparison.Ordinal)
            .Replace("{roomId:guid}", $"{d.GroupA.Value}", StringComparison.Ordinal)
            .Replace("{participantId:guid}", $"{d.Amena.Value}", StringComparison.Ordinal)
            .Replace("{group}", "research", StringComparison.Ordinal);
        if (address.Contains("{noteId:guid}", StringComparison.Ordinal))
            address = address.Replace("{noteId:guid}", $"{(await d.Note()).Value}", StringComparison.Ordinal);
        if (address.Contains("{questionId:guid}", StringComparison.Ordinal))
            address = address.Replace("{questionId:guid}", $"{(await d.Question()).Value}", StringComparison.Ordinal);
        if (address.Contains("{outcomeId:guid}", StringComparison.Ordinal))
        {
            var outcome = await d.Outcome();
            var step = (await d.Host.Send(new GetOutcome(d.Id, outcome))).Steps[0].Id;
            address = address
                .Replace("{outcomeId:guid}", $"{outcome.Value}", StringComparison.Ordinal)
                .Replace("{stepId:guid}", $"{step}", StringComparison.Ordinal);
        }

        return (page ? d.Page : d.Url) + address;
    }

    private static object Person() =>
        new
        {
            name = "Esha",
            email = OrganizationThings.Address(),
            group = "research",
        };

    private static Task<EndpointRequest> At(string path, object? body = null) => Task.FromResult(new EndpointRequest(path, body));
}
