namespace PartnershipTracker.Bench;

/// <summary>
/// What the pages and answers of a dialogue with 2,000 participants and 5,000 notes, and of a commitment with 10,000 voices, cost at most,
/// beside the same pages of small ones, whose lists are just longer than a page.
/// </summary>
internal static class PageBench
{
    private const int Voices = 10_000;
    private static readonly DialogueSize Large = new(Participants: 2_000, Notes: 5_000, Outcomes: 200, Questions: 300);

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var generated = await DatabaseGenerator.GetAsync(options, commitments);
        await using var copy = await generated.CopyAsync("bench_pages");
        var sql = new SqlLog();
        await using var product = new Product(copy, DatabaseGenerator.Now, sql);
        await using var connection = await copy.OpenAsync();
        var (organization, partnership) = await connection.ScalarAsync<(Guid, Guid)>(
            $"""SELECT "OrganizationId", "PartnershipId" FROM "Commitments" ORDER BY "Seq" LIMIT 1"""
        );
        var community = await connection.ScalarAsync<Guid>(
            $"""SELECT "Id" FROM "Organizations" WHERE "Id" <> {organization} ORDER BY "Seq" LIMIT 1"""
        );
        using var secretariat = await ClientAsync(Role.Secretariat, organization);
        using var neighbours = await ClientAsync(Role.Community, community);
        using var participant = product.CreateClient();

        var smallDialogue = await DialogueAsync(DialogueSize.Small);
        var largeDialogue = await DialogueAsync(Large);
        Add($"a dialogue with {Large.Participants:N0} participants and {Large.Notes:N0} notes", smallDialogue, largeDialogue);
        var reported = await DatabaseGenerator.LongHistoryAsync(connection);
        var fewVoices = await VoicesAsync(new(reported[0]), ManyVoices.Few);
        var manyVoices = await VoicesAsync(new(reported[1]), Voices);
        Add($"a commitment with {Voices:N0} voices", fewVoices, manyVoices);

        async Task<HttpClient> ClientAsync(Role role, Guid of)
        {
            var key = await product.Send(new IssueApiKey(new(of), "Pages", role));
            var client = product.CreateClient();
            client.DefaultRequestHeaders.Add("X-Api-Key", key.Key);
            return client;
        }

        async Task<List<PageCost>> DialogueAsync(DialogueSize size)
        {
            var dialogue = await LargeDialogue.MakeAsync(product.Services, new(organization), new(partnership), size);
            var costs = await CostsAsync(await dialogue.PathsAsync(secretariat.GetStringAsync), secretariat);
            return [.. costs, .. await CostsAsync([dialogue.Link, dialogue.LinkOfOutcome], participant)];
        }

        async Task<List<PageCost>> VoicesAsync(CommitmentId commitment, int count)
        {
            var complete = new ReportProgress(commitment, DatabaseGenerator.NewlyDue, "All done.", ReportsCompletion: true);
            await product.Send(complete);
            var voices = await ManyVoices.MakeAsync(product.Services, commitment, new(community), count);
            var costs = await CostsAsync(await voices.PathsAsync(secretariat.GetStringAsync), secretariat);
            return [.. costs, .. await CostsAsync(ManyVoices.PathsOfCommunity, neighbours)];
        }

        async Task<List<PageCost>> CostsAsync(IReadOnlyList<string> paths, HttpClient reader)
        {
            var costs = new List<PageCost>();
            foreach (var path in paths)
            {
                costs.Add(await PageCost.OfAsync(path, sql, reader));
                await Console.Error.WriteLineAsync($"{path}: {costs[^1].Commands} SQL commands, {costs[^1].Bytes / 1000d:N1} kB");
            }

            return costs;
        }

        void Add(string what, List<PageCost> few, List<PageCost> many)
        {
            AddWorst("SQL commands", cost => cost.Commands, PageCost.MaxCommands);
            AddWorst("kB", cost => cost.Bytes / 1000d, PageCost.MaxBytes / 1000d);

            void AddWorst(string unit, Func<PageCost, double> cost, double atMost) =>
                results.Add(
                    new Result(
                        "pages",
                        $"the worst page of {what}, beside a small one",
                        commitments,
                        unit,
                        many.Max(cost),
                        few.Max(cost),
                        new Goal(atMost, OfRatio: false)
                    )
                );
        }
    }
}
