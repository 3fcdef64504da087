namespace PartnershipTracker.Bench;

/// <summary>Fills a database by importing a <see cref="SampleFile"/>, once for each size.</summary>
internal static class DatabaseGenerator
{
    /// <summary>Raise it with every change of what is generated.</summary>
    private const int Version = 2;

    /// <summary>The moment of all measurements.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);

    /// <summary>When the sweep ran last; what was due on <see cref="NewlyDue"/> was not overdue yet in any time zone.</summary>
    public static readonly DateTimeOffset LastSweep = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly NewlyDue = new(2026, 11, 20);

    private static readonly DateTimeOffset Written = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The kept database where generator and schema are unchanged, otherwise a new one.</summary>
    public static async Task<BenchDatabase> GetAsync(BenchOptions options, int commitments)
    {
        var schema = typeof(TrackerDb).Assembly.GetTypes().Max(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)!.Split('_')[0];
        var unfinished = new BenchDatabase(options, "bench_unfinished");
        var finished = unfinished with { Name = $"bench_{commitments}_v{Version}_{schema}" };
        if (await finished.ExistsAsync())
            return finished;

        var watch = Stopwatch.StartNew();
        await ImportBench.ImportAsync(unfinished, commitments, Written);
        await using (var product = new Product(unfinished, Written))
        {
            await using (var connection = await unfinished.OpenAsync())
                await FillAsync(product, connection);
            product.Clock.Now = LastSweep;
            await product.Send(new Sweep());
            await product.Send(new RefreshStatistics());
        }

        await unfinished.SettleAsync();
        await unfinished.RenameAsync(finished.Name);
        await Console.Error.WriteLineAsync($"Generated {finished.Name} in {watch.Elapsed.TotalSeconds:N0} s.");
        return finished;
    }

    private static async Task FillAsync(Product product, PlainConnection connection)
    {
        await connection.ExecuteAsync($"""UPDATE "Partnerships" SET "IsPublished" = {true} WHERE "Seq" > 5""");
        var organizations = await connection.QueryAsync<Guid>($"""SELECT "Id" FROM "Organizations" ORDER BY "Seq" LIMIT 40""");
        foreach (var organization in organizations)
            await product.Send(new AddContact(new(organization), "Focal point", "focal@example.org", ContactRole.FocalPoint));

        var key = await product.Send(new IssueApiKey(new(organizations[0]), "Their system", Role.Officer));
        foreach (var commitment in await LongHistoryAsync(connection))
        {
            var report = new ReportProgress(new CommitmentId(commitment), NewlyDue.AddDays(-2), "As planned.");
            for (var value = 1; value < 200; value++)
                await product.Send(report with { Value = value }, new Actor(ActorKind.ApiKey, key.Id));
        }

        // What a file cannot say. Of 100 commitments, 3 are reported complete, and 6 have another deadline that the sweep finds.
        await connection.ExecuteAsync(
            $"""
            UPDATE "Commitments" SET "ReportedCompleteOn" = {NewlyDue}, "OverdueAt" = NULL
            WHERE "Status" = 'Active' AND "Seq" % 100 IN (40, 60, 80)
            """
        );
        foreach (var (kind, deadline) in new[] { "ReportDue", "ReviewDue", "OffTrack" }.Index())
        {
            await SetAsync(deadline, NewlyDue, 41 + kind);
            await SetAsync(deadline, NewlyDue.AddDays(-30), 61 + kind);
        }

        Task<int> SetAsync(string deadline, DateOnly day, int kind)
        {
            var (on, at) = (PlainConnection.Raw(deadline + "On"), PlainConnection.Raw(deadline + "At"));
            return connection.ExecuteAsync(
                $"""
                UPDATE "Commitments" SET "{on}" = {day}, "{at}" = {DueDay.EndsAt(
                    day,
                    TimeZoneInfo.Utc
                ).UtcTicks}, "SweepAt" = {Written.UtcTicks}
                WHERE "Status" = 'Active' AND "Seq" % 100 = {kind}
                """
            );
        }
    }

    /// <summary>The commitments that have 200 entries of history: overdue ones of the first organization.</summary>
    public static Task<List<Guid>> LongHistoryAsync(PlainConnection connection) =>
        connection.QueryAsync<Guid>($"""SELECT "Id" FROM "Commitments" WHERE "SourceId" IN ('GEN-2', 'GEN-3', 'GEN-4', 'GEN-5')""");
}
