namespace PartnershipTracker.Bench;

/// <param name="Key">API key of an officer.</param>
/// <param name="Body">JSON to be posted; null for a GET.</param>
internal sealed record HttpCall(string Path, string Key, string? Body)
{
    public async Task<string> SendAsync(HttpClient client, string url)
    {
        using var message = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, url + Path);
        message.Headers.Add("X-Api-Key", Key);
        if (Body is not null)
            message.Content = new StringContent(Body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await client.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{url}{Path} answers {(int)answer.StatusCode}: {text}");
    }
}

/// <summary>
/// The whole program over HTTP on this machine, beside <see cref="PlainServer"/>. Each runs in a process of its own on its own copy of the
/// database; this process sends the requests, to one after the other.
/// </summary>
internal static partial class HttpBench
{
    private const int Turns = 2;
    private static readonly Goal Allocated = new(200, OfRatio: false);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private sealed record Load(int Requests = 0, double Seconds = 0, long Bytes = 0)
    {
        public double PerSecond => Requests / Seconds;

        public double Kibibytes => Bytes / 1024d / Requests;

        public Load Plus(Load other) => new(Requests + other.Requests, Seconds + other.Seconds, Bytes + other.Bytes);
    }

    /// <param name="atLeast">The share of the plain program's requests a second that the product must reach.</param>
    /// <param name="callOf">Makes the request of an officer's key, their organization and a partnership of it.</param>
    public static async Task RunAsync(
        BenchDatabase generated,
        string part,
        string what,
        double atLeast,
        int commitments,
        Results results,
        Func<string, Guid, Guid, HttpCall> callOf
    )
    {
        await using var product = await generated.CopyAsync(ChildProcess.ProductServer);
        var call = await CallAsync(product, callOf);
        await product.SettleAsync();
        await using var plain = await product.CopyAsync(ChildProcess.PlainServer);
        using var productServer = await ChildProcess.StartServerAsync(ChildProcess.ProductServer);
        using var plainServer = await ChildProcess.StartServerAsync(ChildProcess.PlainServer);
        await CheckAsync(what, call, product, productServer.Url, plain, plainServer.Url);
        foreach (var connections in new[] { 1, 8 })
        {
            await LoadAsync(productServer, call, connections, WarmUp);
            await LoadAsync(plainServer, call, connections, WarmUp);
            var (ofProduct, ofPlain) = (new Load(), new Load());
            for (var turn = 0; turn < Turns; turn++)
            {
                ofProduct = ofProduct.Plus(await LoadAsync(productServer, call, connections, Turn));
                ofPlain = ofPlain.Plus(await LoadAsync(plainServer, call, connections, Turn));
            }

            var line = $"{what} over HTTP, connections: {connections}";
            var goal = new Goal(atLeast, IsAtLeast: true);
            results.Add(new(part, line, commitments, "requests/s", ofProduct.PerSecond, ofPlain.PerSecond, goal));
            results.Add(new(part, line + ", allocated", commitments, "KiB/request", ofProduct.Kibibytes, ofPlain.Kibibytes, Allocated));
        }
    }

    private static async Task<HttpCall> CallAsync(BenchDatabase database, Func<string, Guid, Guid, HttpCall> callOf)
    {
        await using var connection = await database.OpenAsync();
        await using var product = new Product(database, DatabaseGenerator.Now);
        var first = await connection.QueryAsync(
            $"""SELECT "OrganizationId", "PartnershipId" FROM "Commitments" ORDER BY "Seq" LIMIT 1""",
            row => (Organization: row.GetGuid(0), Partnership: row.GetGuid(1))
        );
        var key = await product.Send(new IssueApiKey(new OrganizationId(first[0].Organization), "Load", Role.Officer));
        return callOf(key.Key, first[0].Organization, first[0].Partnership);
    }

    private static async Task<Load> LoadAsync(ChildProcess server, HttpCall call, int connections, TimeSpan time)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        var before = await server.AllocatedBytesAsync();
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(CountAsync)));
        return new Load(counts.Sum(), watch.Elapsed.TotalSeconds, await server.AllocatedBytesAsync() - before);

        async Task<int> CountAsync()
        {
            var count = 0;
            for (; watch.Elapsed < time; count++)
                await call.SendAsync(client, server.Url);
            return count;
        }
    }

    /// <summary>Both sides must answer, and write, the same.</summary>
    private static async Task CheckAsync(string what, HttpCall call, BenchDatabase product, string productUrl, BenchDatabase plain, string plainUrl)
    {
        using var client = new HttpClient();
        var (ofProduct, ofPlain) = (await call.SendAsync(client, productUrl), await call.SendAsync(client, plainUrl));
        Comparison.MustBeEqual(what, Comparable(ofProduct), Comparable(ofPlain));
        if (call.Body is null)
            return;
        await using var productConnection = await product.OpenAsync();
        await using var plainConnection = await plain.OpenAsync();
        await WrittenRows.MustBeEqualAsync(productConnection, IdOf(ofProduct), plainConnection, IdOf(ofPlain));

        // A number that has been in the database is answered as 1.0.
        static string Comparable(string answer) => WholeNumber().Replace(WrittenRows.WithoutIds(answer), "");

        static Guid IdOf(string answer) => JsonElement.Parse(answer).GetProperty("id").GetGuid();
    }

    [GeneratedRegex(@"(?<=:-?\d+)\.0+(?=[,}])")]
    private static partial Regex WholeNumber();
}
