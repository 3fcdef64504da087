using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class ProgrammeRows
{
    private const string Api = "/api/v1/vocabularies/theme";
    private const string Pages = "/vocabularies/theme";

    public static IEnumerable<EndpointRow> All =>
        [
            new("GET /api/v1/vocabularies/{kind}", 200, AnyoneSignedIn, (_, _) => At(Api)),
            new("POST /api/v1/vocabularies/{kind}", 201, Administers, (_, _) => At(Api, Body())),
            new("GET /api/v1/vocabularies/{kind}/{code}", 200, AnyoneSignedIn, (_, _) => At(Api + "/nonCommunicableDiseases")),
            new("PUT /api/v1/vocabularies/{kind}/{code}", 200, Administers, async (w, _) => new(await Term(w, Api), Body())),
            new(
                "POST /api/v1/vocabularies/{kind}/{code}/move",
                200,
                Administers,
                async (w, _) => new(await Term(w, Api) + "/move", new { position = 1 })
            ),
            new("POST /api/v1/vocabularies/{kind}/{code}/retire", 200, Administers, async (w, _) => new(await Term(w, Api) + "/retire")),
            new("POST /api/v1/vocabularies/{kind}/{code}/restore", 200, Administers, async (w, _) => new(await Term(w, Api) + "/restore")),
            new("GET /api/v1/programme", 200, AnyoneSignedIn, (_, _) => At("/api/v1/programme")),
            new("GET /api/v1/programme/pillars/{code}", 200, AnyoneSignedIn, (_, _) => At("/api/v1/programme/pillars/advocacy")),
            new(
                "GET /api/v1/programme/themes/{code}",
                200,
                AnyoneSignedIn,
                (_, _) => At("/api/v1/programme/themes/leadershipAndGovernance")
            ),
            new("GET /api/v1/reference/commitment-templates", 200, Everybody, (_, _) => At("/api/v1/reference/commitment-templates")),
            .. PageRows.Read("/programme", AnyoneSignedIn, (_, _) => Task.FromResult("/programme")),
            .. PageRows.Read("/pillars/{code}", AnyoneSignedIn, (_, _) => Task.FromResult("/pillars/advocacy")),
            .. PageRows.Read("/themes/{code}", AnyoneSignedIn, (_, _) => Task.FromResult("/themes/leadershipAndGovernance")),
            .. PageRows.Read("/templates", AnyoneSignedIn, (_, _) => Task.FromResult("/templates")),
            .. PageRows.Read("/vocabularies/{kind}", Administers, (_, _) => Task.FromResult(Pages)),
            .. PageRows.Form("/vocabularies/{kind}/new", Administers, (_, _) => Task.FromResult(Pages + "/new"), (_, _) => [Name()]),
            .. PageRows.Form(
                "/vocabularies/{kind}/{code}/edit",
                Administers,
                async (w, _) => await Term(w, Pages) + "/edit",
                (_, _) => [Name()]
            ),
            PageRows.Send("/vocabularies/{kind}/{code}/up", Administers, async (w, _) => await Term(w, Pages) + "/up"),
            PageRows.Send("/vocabularies/{kind}/{code}/down", Administers, async (w, _) => await Term(w, Pages) + "/down"),
            .. PageRows.Form("/vocabularies/{kind}/{code}/retire", Administers, async (w, _) => await Term(w, Pages) + "/retire"),
            PageRows.Send("/vocabularies/{kind}/{code}/restore", Administers, async (w, _) => await Term(w, Pages) + "/restore"),
        ];

    private static Task<EndpointRequest> At(string path, object? body = null) => Task.FromResult(new EndpointRequest(path, body));

    private static object Body() => new { name = $"A theme {Guid.NewGuid():n}" };

    private static (string, string) Name() => ("name", $"A theme {Guid.NewGuid():n}");

    /// <summary>One term that is changed again and again, because a vocabulary has at most 100.</summary>
    private static async Task<string> Term(World w, string under)
    {
        const string name = "To be changed";
        var terms = (await w.Host.Send(new ListVocabulary(VocabularyKind.Theme))).Items;
        var code =
            terms.FirstOrDefault(t => t.Code == "toBeChanged")?.Code
            ?? await w.Host.Send(new AddVocabularyTerm(VocabularyKind.Theme, name));
        return $"{under}/{code}";
    }
}
