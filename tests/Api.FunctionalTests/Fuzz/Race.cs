using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>
/// Several callers change one commitment at the same time: each change with a success answer happened once, and no other change happened.
/// </summary>
internal sealed class Race(TrackerHost host, Dice dice)
{
    private static readonly int[] Answers = [200, 201, 409, 412, 422];

    /// <returns>The failures; empty if there are none.</returns>
    public async Task<List<string>> RunAsync(CommitmentId id, bool isDraft)
    {
        var url = World.Url(id);
        var (before, tag) = (await CountAsync(id), (await Wire.SendAsync(host.Address, Of("GET", url))).Tag!);
        var key = dice.Guid().ToString("n");
        Request[] requests = isDraft
            ?
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(i => With(Of("PATCH", url, Text($"{{\"title\":\"Title {i}\"}}")), i % 2 == 0 ? ("If-Match", tag) : null)),
            ]
            :
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(i => With(Of("POST", url + "/payments", Payment(i)), i % 2 == 0 ? ("If-Match", tag) : null)),
                .. Enumerable.Range(0, 2).Select(_ => With(Of("POST", url + "/payments", Payment(7)), ("Idempotency-Key", key))),
                .. Enumerable
                    .Range(0, 2)
                    .Select(i =>
                        With(
                            Of("POST", url + "/reports", "{\"asOf\":\"2026-11-20\",\"narrative\":\"Begun.\"}"),
                            i == 0 ? ("If-Match", tag) : null
                        )
                    ),
            ];
        var replies = await Task.WhenAll(requests.Select(request => Wire.SendAsync(host.Address, request)));

        var wrong = requests
            .Zip(replies)
            .Select(p =>
                Verdict.On(p.First, p.Second)
                ?? (Answers.Contains(p.Second.Status) ? null : $"{p.First.Method} was answered {p.Second.Status}: {p.Second.Text}")
            )
            .OfType<string>()
            .ToList();
        var done = replies.Where(reply => reply.IsSuccess && !reply.Headers.ContainsKey("Idempotency-Replayed")).ToList();
        var after = await CountAsync(id);
        if (after.Version - before.Version != done.Count || after.Entries - before.Entries != done.Count)
            wrong.Add(
                $"{done.Count} changes succeeded, version {before.Version} → {after.Version}, history {before.Entries} → {after.Entries}"
            );
        if (requests.Zip(replies).Count(p => p.Second.IsSuccess && p.First.Headers.Any(h => h.Name == "If-Match")) > 1)
            wrong.Add("two changes of the same version succeeded");
        if (isDraft && done.Select(reply => reply.Tag).Distinct().Count() != done.Count)
            wrong.Add("two answers show the same version");
        return wrong;
    }

    private static Request With(Request request, (string Name, string Value)? header)
    {
        if (header is { } one)
            request.Headers.Add(one);
        return request;
    }

    private static string Payment(int amount) => Text($"{{\"amount\":{amount + 1},\"currency\":\"CHF\",\"paidOn\":\"2026-11-20\"}}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Request Of(string method, string target, string? body = null)
    {
        var request = new Request(method, target) { Headers = { ("Host", "localhost"), ("X-Api-Key", TrackerHost.BootstrapKey) } };
        if (body is null)
            return request;
        request.Headers.Add(("Content-Type", "application/json"));
        request.Body = Encoding.UTF8.GetBytes(body);
        return request;
    }

    private Task<(int Version, int Entries)> CountAsync(CommitmentId id) =>
        host.Db(async db =>
            (
                (await db.Commitments.AsNoTracking().SingleAsync(c => c.Id == id)).Version,
                await db.History.CountAsync(h => h.CommitmentId == id.Value)
            )
        );
}
