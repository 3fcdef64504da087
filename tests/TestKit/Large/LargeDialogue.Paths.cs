using System.Text.Json;

namespace PartnershipTracker.TestKit;

/// <summary>Where a large dialogue is read.</summary>
public sealed partial class LargeDialogue
{
    /// <summary>The addresses of all its pages and answers that the organizers read, with a later page of each list.</summary>
    /// <param name="get">Reads an answer of the API.</param>
    public async Task<IReadOnlyList<string>> PathsAsync(Func<string, Task<string>> get)
    {
        var outcome = $"/outcomes/{_outcomes[0].Value}";
        string[] pages =
        [
            "",
            "/agenda",
            "/agenda.ics",
            "/plan",
            "/rotation",
            "/inclusion",
            "/participants",
            "/participants?q=rahman",
            $"/participants?roomId={_plenary.Value}",
            $"/participants/{_speaker.Value}",
            "/notes",
            "/questions",
            $"/questions/{_question.Value}",
            $"/rooms/{_group.Value}",
            $"/rooms/{_group.Value}/people",
            "/voices",
            "/outcomes/new",
            outcome,
            outcome + "/edit",
            outcome + "/agreement",
            outcome + "/commitment",
        ];
        string[] answers =
        [
            "",
            "/agenda",
            "/rotation",
            "/inclusion",
            "/participants",
            $"/participants?roomId={_plenary.Value}",
            "/notes",
            $"/notes?roomId={_group.Value}",
            "/questions",
            "/outcomes",
            outcome,
            "/agreements",
            "/voices",
        ];
        List<string> paths =
        [
            "/dialogues",
            "/api/v1/dialogues",
            $"/history?dialogueId={Id.Value}",
            $"/api/v1/history?dialogueId={Id.Value}",
            .. pages.Select(page => Page + page),
            .. answers.Select(answer => Url + answer),
        ];

        // The page of the dialogue itself lists its outcomes.
        foreach (var list in new[] { "/participants", "/notes", "/questions", "/outcomes" })
        {
            var cursor = JsonElement.Parse(await get(Url + list)).GetProperty("next").GetString();
            paths.Add($"{Url}{list}?cursor={cursor}");
            paths.Add($"{Page}{(list == "/outcomes" ? "" : list)}?cursor={cursor}");
        }

        return paths;
    }
}
