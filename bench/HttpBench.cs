using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>
/// The real program over HTTP on loopback, beside <see cref="PlainProgram"/>. Each server is a process of its own on its own copy of the file, the load comes
/// from a third. Both are asked in turns for a few seconds at a time, and stop when this process lets go of them.
/// </summary>
internal static partial class HttpBench
{
    public const string Ours = "http-ours";
    public const string Plain = "http-plain";
    public const string Load = "http-load";

    private const double WarmUp = 10, Turn = 5;
    private const int Turns = 2;

    private sealed record Case(string What, double Goal, string Path, string Key, string? Body);

    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        if (generated.Arguments.Provider != DatabaseProvider.Sqlite) return;
        var ours = await generated.CopyAsync(StoreOf(Ours));
        var cases = await PrepareAsync(ours);
        await ours.SettleAsync();
        var plain = await ours.CopyAsync(StoreOf(Plain));
        using (var load = new Child(generated.Arguments, Load, commitments))
        using (var ourServer = new Child(generated.Arguments, Ours, commitments))
        using (var plainServer = new Child(generated.Arguments, Plain, commitments))
        {
            var (ourUrl, plainUrl) = (await ourServer.ReadAsync(), await plainServer.ReadAsync());
            foreach (var c in cases)
            {
                await CheckAsync(c, ours, ourUrl, plain, plainUrl);
                foreach (var connections in new[] { 1, 8 })
                {
                    await AskAsync(ourUrl, WarmUp);
                    await AskAsync(plainUrl, WarmUp);
                    var (us, them) = (new List<(LoadAnswer Answer, Used Used)>(), new List<(LoadAnswer Answer, Used Used)>());
                    for (var turn = 0; turn < Turns; turn++)
                    {
                        if (turn % 2 == 0) us.Add(await MeasureAsync(ourServer, ourUrl));
                        them.Add(await MeasureAsync(plainServer, plainUrl));
                        if (turn % 2 == 1) us.Add(await MeasureAsync(ourServer, ourUrl));
                    }

                    var served = new Served(c.What, commitments, connections, Sum(us), Sum(them), c.Goal);
                    results.Served.Add(served);
                    await Console.Error.WriteLineAsync($"http {c.What}, {connections}: {served.Ours.PerSecond:N0} / {served.Plain.PerSecond:N0} a second = {served.Ours.PerSecond / served.Plain.PerSecond:N2}");

                    async Task<LoadAnswer> AskAsync(string url, double seconds)
                    {
                        await load.WriteAsync(JsonSerializer.Serialize(new LoadOrder(url + c.Path, c.Key, c.Body, connections, seconds)));
                        return JsonSerializer.Deserialize<LoadAnswer>(await load.ReadAsync())!;
                    }

                    async Task<(LoadAnswer Answer, Used Used)> MeasureAsync(Child server, string url)
                    {
                        var before = await server.UsedAsync();
                        var answer = await AskAsync(url, Turn);
                        var after = await server.UsedAsync();
                        return (answer, new Used(after.Bytes - before.Bytes, after.Milliseconds - before.Milliseconds));
                    }
                }
            }
        }

        await ours.DeleteAsync();
        await plain.DeleteAsync();
    }

    public static string StoreOf(string child) => "bench_" + child.Replace('-', '_');

    private static Load Sum(List<(LoadAnswer Answer, Used Used)> turns)
    {
        var times = turns.SelectMany(t => t.Answer.Milliseconds).Order().ToList();
        return new Load(times.Count / turns.Sum(t => t.Answer.Seconds), times[times.Count / 2], times[(int)(times.Count * 0.99)], (double)turns.Sum(t => t.Used.Bytes) / times.Count, turns.Sum(t => t.Used.Milliseconds) / times.Count);
    }

    /// <summary>Officers of two organizations: one that has as many commitments as the deep one, and one that commitments more.</summary>
    private static async Task<Case[]> PrepareAsync(Store store)
    {
        await using var product = new Product(store, Generator.Now);
        await using var connection = await store.OpenAsync();
        var lists = await connection.ValueAsync<string>("""SELECT "OrganizationId" FROM "Commitments" WHERE "SourceId" = @first""", ("first", Lives.Twin + "0"));
        var (creates, partnership) = (await connection.RowsAsync("""
            SELECT m."OrganizationId", m."PartnershipId" FROM "Members" m
            WHERE EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = m."OrganizationId") ORDER BY m."Seq" DESC LIMIT 1
            """, r => (r.GetGuid(0), r.GetGuid(1))))[0];
        return
        [
            new("list mine", 0.6, $"/api/v1/commitments?organizationId={lists.ToLowerInvariant()}&limit=50", await KeyAsync(Guid.Parse(lists)), null),
            new("create a commitment", 0.5, "/api/v1/commitments", await KeyAsync(creates), Body(partnership, creates)),
        ];

        async Task<string> KeyAsync(Guid organization) => (await product.Send(new IssueApiKey(new OrganizationId(organization), "Load", Role.Officer))).Key;
    }

    private static string Body(Guid partnership, Guid organization) => JsonSerializer.Serialize(new
    {
        partnershipId = partnership,
        organizationId = organization,
        title = "Train 1,200 community health workers in palliative care by 2030",
        description = "What is promised, to whom and how it will be known: two or three sentences as people write them in their own spreadsheets, of about this length.",
        pillar = "capacityStrengthening",
        themes = new[] { "nonCommunicableDiseases" },
        sdgTargets = new[] { "3.4", "17.9" },
        countryCodes = new[] { "KE", "BD" },
        startDate = "2027-01-01",
        dueDate = "2030-06-30",
        measure = new { indicator = "Workers trained", unit = "workers", baseline = 0, baselineDate = "2026-01-01", target = 1200, meansOfVerification = "Register of the ministry" },
        reportingFrequency = "quarterly",
        milestones = new[] { new { title = "The first 400", dueDate = "2028-03-31", weight = 1 }, new { title = "The second 400", dueDate = "2029-03-31", weight = 1 } },
        funding = new { amount = 250000, currency = "USD" },
        targetGroup = "Community health workers",
        risks = "Trainers may leave.",
    });

    /// <summary>Both must answer, and write, the same before their times mean anything.</summary>
    private static async Task CheckAsync(Case c, Store ours, string ourUrl, Store plain, string plainUrl)
    {
        var (a, b) = (await OnceAsync(ourUrl), await OnceAsync(plainUrl));
        if (Comparable(a) != Comparable(b)) throw new InvalidOperationException($"'{c.What}' is answered differently:\n{a}\nand\n{b}");
        if (c.Body is null) return;
        await using var here = await ours.OpenAsync();
        await using var there = await plain.OpenAsync();
        await Rows.MustBeSameAsync(here, a.GetProperty("id").GetGuid(), there, b.GetProperty("id").GetGuid());

        // A number that was in the database comes back as 1.0.
        static string Comparable(JsonElement answer) => Whole().Replace(Rows.WithoutIds(answer.GetRawText()), "");

        async Task<JsonElement> OnceAsync(string url)
        {
            using var client = new HttpClient();
            using var answer = await client.SendAsync(new LoadOrder(url + c.Path, c.Key, c.Body, 1, 0).Message());
            var text = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException($"{url}{c.Path} answers {(int)answer.StatusCode}: {text}");
        }
    }

    [GeneratedRegex(@"(?<=:-?\d+)\.0(?=[,}])")]
    private static partial Regex Whole();

    /// <summary>A process that answers line by line, and ends when nobody writes to it any more.</summary>
    private sealed class Child(Arguments arguments, string name, int commitments) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        private readonly Process _process = arguments.StartChild(name, commitments);

        public Task WriteAsync(string line) => _process.StandardInput.WriteLineAsync(line);

        public async Task<string> ReadAsync() =>
            await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"{name} ended.");

        public async Task<Used> UsedAsync()
        {
            await WriteAsync("used");
            return JsonSerializer.Deserialize<Used>(await ReadAsync())!;
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(20))) _process.Kill();
            _process.Dispose();
        }
    }
}
