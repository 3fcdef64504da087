using PartnershipTracker.Api.FunctionalTests.Dialogues;
using PartnershipTracker.Api.FunctionalTests.Voices;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>Voices on outcomes of published dialogues, which everybody reads who is signed in.</summary>
internal static class OutcomeVoiceRows
{
    private const string Voices = "/dialogues/{id:guid}/voices",
        Api = "/api/v1" + Voices,
        // Nobody speaks about an outcome of their own dialogue.
        Speaks = "403 403 403 403 403 403/ok/ok 403 401",
        Withdraws = "403 403 403 403 403 ok 403 401",
        Answers = "403 403 403 ok/403/403 ok/403/403 403 403 401";

    public static IEnumerable<EndpointRow> All =>
        [
            new("GET " + Api, 200, AnyoneSignedIn, async (w, whose) => new((await Claim(w, whose)).Voices)),
            new("POST " + Api, 201, Speaks, async (w, whose) => Speak(await Claim(w, whose))),
            new($"GET {Api}/{{voiceId:guid}}", 200, AnyoneSignedIn, async (w, whose) => new(await Voice(w, whose))),
            new(
                $"GET {Api}/{{voiceId:guid}}/media",
                200,
                AnyoneSignedIn,
                async (w, whose) => new(await Voice(w, whose, VoiceFiles.Wav()) + "/media")
            ),
            new($"POST {Api}/{{voiceId:guid}}/withdraw", 204, Withdraws, async (w, _) => new(await OwnVoice(w) + "/withdraw")),
            new(
                $"POST {Api}/{{voiceId:guid}}/reply",
                200,
                Answers,
                async (w, whose) => new(await Voice(w, whose) + "/reply", new { text = "We ask again." })
            ),
            new(
                $"POST {Api}/{{voiceId:guid}}/hide",
                200,
                Administers,
                async (w, whose) => new(await Voice(w, whose) + "/hide", new { reason = "It names a child." })
            ),
            new(
                $"POST {Api}/{{voiceId:guid}}/restore",
                200,
                Administers,
                async (w, whose) => new(await HiddenVoice(w, whose) + "/restore")
            ),
            new($"POST {Api}/{{voiceId:guid}}/identity", 200, Administers, async (w, whose) => new(await Voice(w, whose) + "/identity")),
            .. PageRows.Read(Voices, AnyoneSignedIn, async (w, whose) => Page((await Claim(w, whose)).Voices)),
            .. PageRows.Read(Voices + "/{voiceId:guid}", AnyoneSignedIn, async (w, whose) => Page(await Voice(w, whose))),
            .. PageRows.Read(
                Voices + "/{voiceId:guid}/media",
                AnyoneSignedIn,
                async (w, whose) => Page(await Voice(w, whose, VoiceFiles.Wav())) + "/media"
            ),
            .. PageRows.Form(
                Voices + "/new",
                Speaks,
                async (w, whose) =>
                {
                    var (voices, outcome) = await Claim(w, whose);
                    return $"{Page(voices)}/new?claimKind=outcome&claimId={outcome.Value}";
                },
                ("stance", "confirms"),
                ("shownAs", "protected"),
                ("text", "We said so.")
            ),
            .. PageRows.Form(Voices + "/{voiceId:guid}/withdraw", Withdraws, async (w, _) => Page(await OwnVoice(w)) + "/withdraw"),
            .. PageRows.Form(
                Voices + "/{voiceId:guid}/reply",
                Answers,
                async (w, whose) => Page(await Voice(w, whose)) + "/reply",
                ("text", "We ask again.")
            ),
            .. PageRows.Form(
                Voices + "/{voiceId:guid}/hide",
                Administers,
                async (w, whose) => Page(await Voice(w, whose)) + "/hide",
                ("reason", "It names a child.")
            ),
            .. PageRows.Form(
                Voices + "/{voiceId:guid}/restore",
                Administers,
                async (w, whose) => Page(await HiddenVoice(w, whose)) + "/restore"
            ),
            .. PageRows.Form(
                Voices + "/{voiceId:guid}/identity",
                Administers,
                async (w, whose) => Page(await Voice(w, whose)) + "/identity",
                (_, _) => [],
                success: 200
            ),
        ];

    /// <summary>An outcome of a published dialogue, and the address of the voices on it.</summary>
    private static async Task<(string Voices, OutcomeId Outcome)> Claim(World w, Whose whose)
    {
        var id = await w.Host.Send(new PlanDialogue(w.Organization(whose), GivenDialogue.Draft()));
        await w.Host.Send(new AddSegment(id, new("What we agree on", SegmentMethod.Plenary, 30)));
        await w.Host.Send(new StartDialogue(id));
        var draft = new OutcomeDraft { Kind = OutcomeKind.Recommendation, Title = "Registers are read together" };
        var outcome = await w.Host.Send(new RecordOutcome(id, draft));
        await w.Host.Send(new ConsolidateDialogue(id));
        await w.Host.Send(new PublishDialogue(id));
        return ($"/api/v1/dialogues/{id.Value}/voices", outcome);
    }

    private static async Task<string> Voice(World w, Whose whose, byte[]? media = null)
    {
        var (path, body) = Speak(await Claim(w, whose), media);
        return $"{path}/{(await (await VoiceRows.Neighbour(w, whose)).Post(path, body)).MustBe(201).Id}";
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
        var (path, body) = Speak(await Claim(w, Whose.Partners));
        return $"{path}/{(await w.As("community").Post(path, body)).MustBe(201).Id}";
    }

    private static EndpointRequest Speak((string Voices, OutcomeId Outcome) claim, byte[]? media = null) =>
        new(
            claim.Voices,
            new
            {
                claimKind = "outcome",
                claimId = claim.Outcome.Value,
                stance = "confirms",
                shownAs = "protected",
                text = "We said so.",
                mayBeRecognized = true,
                media = media is null ? null : new { content = Convert.ToBase64String(media) },
            }
        );

    /// <summary>The page about what an operation of the API is about.</summary>
    private static string Page(string url) => url.Replace("/api/v1", "", StringComparison.Ordinal);
}
