namespace PartnershipTracker.Bench;

/// <param name="Key">API key of an officer.</param>
/// <param name="Body">JSON to be posted; null for a GET.</param>
internal sealed record HttpCall(string Path, string Key, string? Body)
{
    public async Task<HttpContent> SendAsync(HttpClient client)
    {
        using var message = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Path);
        message.Headers.Add("X-Api-Key", Key);
        if (Body is not null)
            message.Content = new StringContent(Body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        return answer.EnsureSuccessStatusCode().Content;
    }
}

/// <summary>
/// The whole program over HTTP on this machine, beside <see cref="PlainServer"/>, each on its own copy of the database. Both servers and
/// the client run in this process; the client asks one server after the other, and what it allocates itself is counted on both sides.
/// </summary>
internal static partial class HttpBench
{
    private const int Turns = 2;
    private static readonly Goal Allocated = new(200, OfRatio: false);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private sealed record Side(BenchDatabase Database, Uri Url);

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
        await using var productDatabase = await generated.CopyAsync("bench_http_product");
        var call = await CallAsync(productDatabase, callOf);
        await productDatabase.SettleAsync();
        await using var plainDatabase = await productDatabase.CopyAsync("bench_http_plain");
        await using var product = new Product(productDatabase, DatabaseGenerator.Now);
        product.UseKestrel(0);
        product.StartServer();
        await using var plain = await PlainServer.StartAsync(plainDatabase);
        var productSide = new Side(productDatabase, product.ClientOptions.BaseAddress);
        var plainSide = new Side(plainDatabase, new Uri(plain.Urls.First()));
        await CheckAsync(what, call, productSide, plainSide);
        foreach (var connections in new[] { 1, 8 })
        {
            await LoadAsync(productSide.Url, call, connections, WarmUp);
            await LoadAsync(plainSide.Url, call, connections, WarmUp);
            var (ofProduct, ofPlain) = (new Load(), new Load());
            for (var turn = 0; turn < Turns; turn++)
            {
                ofProduct = ofProduct.Plus(await LoadAsync(productSide.Url, call, connections, Turn));
                ofPlain = ofPlain.Plus(await LoadAsync(plainSide.Url, call, connections, Turn));
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
        var (organization, partnership) = await connection.ScalarAsync<(Guid, Guid)>(
            $"""SELECT "OrganizationId", "PartnershipId" FROM "Commitments" ORDER BY "Seq" LIMIT 1"""
        );
        var key = await product.Send(new IssueApiKey(new(organization), "Load", Role.Officer));
        return callOf(key.Key, organization, partnership);
    }

    private static async Task<Load> LoadAsync(Uri server, HttpCall call, int connections, TimeSpan time)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = server };
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(CountAsync)));
        return new Load(counts.Sum(), watch.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - before);

        async Task<int> CountAsync()
        {
            var count = 0;
            for (; watch.Elapsed < time; count++)
            {
                using var answer = await call.SendAsync(client);
                await answer.CopyToAsync(Stream.Null);
            }

            return count;
        }
    }

    /// <summary>Both sides must answer, and write, the same.</summary>
    private static async Task CheckAsync(string what, HttpCall call, Side product, Side plain)
    {
        var (ofProduct, ofPlain) = (await AnswerAsync(product.Url), await AnswerAsync(plain.Url));
        Comparison.MustBeEqual(what, Comparable(ofProduct), Comparable(ofPlain));
        if (call.Body is null)
            return;
        await using var productRows = await product.Database.OpenAsync();
        await using var plainRows = await plain.Database.OpenAsync();
        await WrittenRows.MustBeEqualAsync(productRows, IdOf(ofProduct), plainRows, IdOf(ofPlain));

        async Task<string> AnswerAsync(Uri server)
        {
            using var client = new HttpClient { BaseAddress = server };
            using var answer = await call.SendAsync(client);
            return await answer.ReadAsStringAsync();
        }

        // A number that has been in the database is answered as 1.0.
        static string Comparable(string answer) => WholeNumber().Replace(WrittenRows.WithoutIds(answer), "");

        static Guid IdOf(string answer) => JsonElement.Parse(answer).GetProperty("id").GetGuid();
    }

    [GeneratedRegex(@"(?<=:-?\d+)\.0+(?=[,}])")]
    private static partial Regex WholeNumber();
}
