using System.Collections.Concurrent;
using PartnershipTracker.Api.FunctionalTests.Voices;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

internal static class VoiceRows
{
    private const string ForCommunity = "403 403 403 403 403 ok 403 401",
        // Nobody speaks about their own commitment, and a stranger's is not found.
        Speaks = "403 403 403 403 403 403/ok/404 403 401",
        Answers = "403 403 403 ok/403/404 ok/403/404 403 403 401",
        Contributes = "ok 403 403 ok ok 403 403 401";

    private static readonly ConcurrentDictionary<(World World, Whose Whose), Task<HttpClient>> Neighbours = new();

    public static IEnumerable<EndpointRow> All =>
        [
            new(
                "GET /api/v1/commitments/{id:guid}/voices",
                200,
                ReadsCommitment,
                async (w, whose) => new(await w.Active(whose) + "/voices")
            ),
            new("POST /api/v1/commitments/{id:guid}/voices", 201, Speaks, async (w, whose) => Speak(await w.Report(whose))),
            new(
                "GET /api/v1/commitments/{id:guid}/voices/{voiceId:guid}",
                200,
                ReadsCommitment,
                async (w, whose) => new(await Voice(w, whose))
            ),
            new(
                "GET /api/v1/commitments/{id:guid}/voices/{voiceId:guid}/media",
                200,
                ReadsCommitment,
                async (w, whose) => new(await Voice(w, whose, VoiceFiles.Wav()) + "/media")
            ),
            new(
                "POST /api/v1/commitments/{id:guid}/voices/{voiceId:guid}/withdraw",
                204,
                ForCommunity,
                async (w, _) => new(await OwnVoice(w) + "/withdraw")
            ),
            new(
                "POST /api/v1/commitments/{id:guid}/voices/{voiceId:guid}/reply",
                200,
                Answers,
                async (w, whose) => new(await Voice(w, whose) + "/reply", new { text = "It was a holiday." })
            ),
            new(
                "POST /api/v1/commitments/{id:guid}/voices/{voiceId:guid}/hide",
                200,
                Administers,
                async (w, whose) => new(await Voice(w, whose) + "/hide", new { reason = "It names a child." })
            ),
            new(
                "POST /api/v1/commitments/{id:guid}/voices/{voiceId:guid}/restore",
                200,
                Administers,
                async (w, whose) => new(await HiddenVoice(w, whose) + "/restore")
            ),
            new(
                "POST /api/v1/commitments/{id:guid}/voices/{voiceId:guid}/identity",
                200,
                Administers,
                async (w, whose) => new(await Voice(w, whose) + "/identity")
            ),
            new("GET /api/v1/voices", 200, ForCommunity, (_, _) => At("/api/v1/voices")),
            new("GET /api/v1/voices/unanswered", 200, Contributes, (_, _) => At("/api/v1/voices/unanswered")),
            new("GET /api/v1/voices/claims", 200, ForCommunity, (_, _) => At("/api/v1/voices/claims")),
            new("GET /api/v1/voices/invitations", 200, ForCommunity, (_, _) => At("/api/v1/voices/invitations")),
            new(
                "POST /api/v1/voices/invitations",
                201,
                ForCommunity,
                async (w, _) => new("/api/v1/voices/invitations", await Invitation(w))
            ),
            new(
                "DELETE /api/v1/voices/invitations/{invitationId:guid}",
                204,
                ForCommunity,
                async (w, _) => new($"/api/v1/voices/invitations/{await Invited(w)}")
            ),
            .. PageRows.Read("/voices", ForCommunity, (_, _) => Task.FromResult("/voices?kind=closing")),
            .. PageRows.Read("/voices/unanswered", Contributes, (_, _) => Task.FromResult("/voices/unanswered")),
            .. PageRows.Read("/voices/mine", ForCommunity, (_, _) => Task.FromResult("/voices/mine")),
            .. PageRows.Read("/voices/invitations", ForCommunity, (_, _) => Task.FromResult("/voices/invitations")),
            .. PageRows.Form(
                "/voices/invitations/new",
                ForCommunity,
                async (w, _) =>
                {
                    var fields = await Invitation(w);
                    var query = string.Join('&', fields.Take(3).Select(f => $"{f.Key}={f.Value}"));
                    return new($"/voices/invitations/new?{query}", PageRows.Fields(fields.Select(f => (f.Key, $"{f.Value}"))));
                }
            ),
            .. PageRows.Form(
                "/voices/invitations/{invitationId:guid}/revoke",
                ForCommunity,
                async (w, _) => $"/voices/invitations/{await Invited(w)}/revoke"
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/voices/new",
                Speaks,
                async (w, whose) =>
                {
                    var report = await w.Report(whose);
                    return $"{Page(CommitmentOf(report))}/voices/new?claimKind=progressReport&claimId={report.Split('/')[^1]}";
                },
                ("stance", "confirms"),
                ("shownAs", "protected"),
                ("text", "We saw it.")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/voices/{voiceId:guid}/withdraw",
                ForCommunity,
                async (w, _) => Page(await OwnVoice(w)) + "/withdraw"
            ),
            .. PageRows.Read("/commitments/{id:guid}/voices", ReadsCommitment, async (w, whose) => Page(await w.Active(whose)) + "/voices"),
            .. PageRows.Read(
                "/commitments/{id:guid}/voices/{voiceId:guid}",
                ReadsCommitment,
                async (w, whose) => Page(await Voice(w, whose))
            ),
            .. PageRows.Read(
                "/commitments/{id:guid}/voices/{voiceId:guid}/media",
                ReadsCommitment,
                async (w, whose) => Page(await Voice(w, whose, VoiceFiles.Wav())) + "/media"
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/voices/{voiceId:guid}/reply",
                Answers,
                async (w, whose) => Page(await Voice(w, whose)) + "/reply",
                ("text", "It was a holiday.")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/voices/{voiceId:guid}/hide",
                Administers,
                async (w, whose) => Page(await Voice(w, whose)) + "/hide",
                ("reason", "It names a child.")
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/voices/{voiceId:guid}/restore",
                Administers,
                async (w, whose) => Page(await HiddenVoice(w, whose)) + "/restore"
            ),
            .. PageRows.Form(
                "/commitments/{id:guid}/voices/{voiceId:guid}/identity",
                Administers,
                async (w, whose) => Page(await Voice(w, whose)) + "/identity",
                (_, _) => [],
                success: 200
            ),
            new("GET /voice/{token}", 404, Everybody, (_, _) => At("/voice/no-such-token")),
            new("HEAD /voice/{token}", 404, Everybody, (_, _) => At("/voice/no-such-token")),
            new("POST /voice/{token}", 404, Everybody, (_, _) => At("/voice/no-such-token", PageRows.Fields(("action", "withdraw")))),
        ];

    private static Task<EndpointRequest> At(string path, object? body = null) => Task.FromResult(new EndpointRequest(path, body));

    /// <summary>A community organization in the partnership of a commitment, and its key.</summary>
    public static Task<HttpClient> Neighbour(World w, Whose whose) =>
        Neighbours.GetOrAdd(
            (w, whose),
            async _ =>
            {
                var id = await w.Host.Send(new RegisterOrganization("Neighbours", "22", "BD", "Asia/Dhaka", IsCommunity: true));
                await w.Host.Send(new AddMember(w.Partnership(whose), id, MemberRole.Community));
                return w.Host.Client(await w.Host.Key(id, "community"));
            }
        );

    private static async Task<string> Voice(World w, Whose whose, byte[]? media = null)
    {
        var (path, body) = Speak(await w.Report(whose), media);
        return $"{path}/{(await (await Neighbour(w, whose)).Post(path, body)).MustBe(201).Id}";
    }

    private static async Task<string> HiddenVoice(World w, Whose whose)
    {
        var voice = await Voice(w, whose);
        (await w.Secretariat.Post(voice + "/hide", new { reason = "It names a child." })).MustBe(200);
        return voice;
    }

    /// <summary>A voice of the caller with the role community.</summary>
    private static async Task<string> OwnVoice(World w)
    {
        var (path, body) = Speak(await w.Report(Whose.Partners));
        return $"{path}/{(await w.As("community").Post(path, body)).MustBe(201).Id}";
    }

    /// <summary>The organization of the caller takes part as a community from then on.</summary>
    private static async Task<Dictionary<string, object>> Invitation(World w)
    {
        await w.Host.Send(new ChangeMemberRole(w.Partnership(Whose.Own), w.Organization(Whose.Own), MemberRole.Community));
        var report = await w.Report(Whose.Partners);
        return new()
        {
            ["commitmentId"] = CommitmentOf(report).Split('/')[^1],
            ["claimKind"] = "progressReport",
            ["claimId"] = report.Split('/')[^1],
            ["email"] = $"{Guid.NewGuid():n}@example.org",
        };
    }

    private static async Task<string> Invited(World w) =>
        (await w.As("community").Post("/api/v1/voices/invitations", await Invitation(w))).MustBe(201).Id;

    private static EndpointRequest Speak(string report, byte[]? media = null) =>
        new(
            CommitmentOf(report) + "/voices",
            new
            {
                claimKind = "progressReport",
                claimId = report.Split('/')[^1],
                stance = "confirms",
                shownAs = "protected",
                text = "We saw it.",
                mayBeRecognized = true,
                media = media is null ? null : new { content = Convert.ToBase64String(media) },
            }
        );

    private static string CommitmentOf(string report) => report[..report.IndexOf("/reports/", StringComparison.Ordinal)];

    /// <summary>The page about what an operation of the API is about.</summary>
    private static string Page(string url) => url.Replace("/api/v1", "", StringComparison.Ordinal);
}
