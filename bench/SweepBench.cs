namespace PartnershipTracker.Bench;

/// <summary>
/// The sweep that finds what is newly overdue, beside the INSERT … SELECT that raises the same flags of all five kinds and writes them to
/// the history, without the values that the product records. Each side begins on
/// its own fresh copy, and a sweep that finds nothing goes before, so that both have read once what they need.
/// </summary>
internal static class SweepBench
{
    private const double Goal = 2;
    private const int Rounds = 3;

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var generated = await DatabaseGenerator.GetAsync(options, commitments);
        var (product, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var (productTime, productFlags) = await OnCopyAsync(generated, SweepAsync);
            var (plainTime, plainFlags) = await OnCopyAsync(generated, RaiseAsync);
            Comparison.MustBeEqual("flags raised", productFlags, plainFlags);
            product.Add(productTime);
            plain.Add(plainTime);
        }

        var (ofProduct, ofPlain) = (Comparison.Median(product), Comparison.Median(plain));
        results.Add(new Result("sweep", "newly overdue, five kinds", commitments, "ms", ofProduct, ofPlain, new Goal(Goal)));
    }

    private static async Task<(double Time, string Flags)> OnCopyAsync(BenchDatabase generated, Func<BenchDatabase, Task<double>> sweep)
    {
        await using var copy = await generated.CopyAsync("bench_sweep");
        var time = await sweep(copy);
        await using var connection = await copy.OpenAsync();
        var kinds = await connection.QueryAsync<(string, int)>(
            $"""SELECT "Kind", COUNT(*) FROM "Flags" WHERE "RaisedAt" = {DatabaseGenerator.Now.UtcTicks} GROUP BY "Kind" ORDER BY "Kind" """
        );
        return kinds.Count == 5 ? (time, string.Join(", ", kinds)) : throw new InvalidOperationException("A sweep must raise five kinds.");
    }

    private static async Task<double> SweepAsync(BenchDatabase copy)
    {
        await using var product = new Product(copy, DatabaseGenerator.LastSweep);
        await product.Send(new Sweep());
        product.Clock.Now = DatabaseGenerator.Now;
        return await Comparison.TimeAsync(() => product.Send(new Sweep()));
    }

    private static async Task<double> RaiseAsync(BenchDatabase copy)
    {
        await using var connection = await copy.OpenAsync();
        await RaiseAsync(connection, DatabaseGenerator.LastSweep.UtcTicks);
        return await Comparison.TimeAsync(() => RaiseAsync(connection, DatabaseGenerator.Now.UtcTicks));
    }

    private static Task RaiseAsync(PlainConnection connection, long now) =>
        connection.InTransactionAsync(async () =>
        {
            await OfCommitmentsAsync("CommitmentOverdue", $"""c."OverdueAt" """, $"""c."DueDate", c."DueDateVersion" """);
            await OfCommitmentsAsync("ReportOverdue", $"""c."ReportDueAt" """, $"""c."ReportDueOn", 0""");
            await OfCommitmentsAsync("ReviewOverdue", $"""c."ReviewDueAt" """, $"""c."ReviewDueOn", 0""");
            await OfCommitmentsAsync("OffTrack", $"""c."OffTrackAt" """, $"""c."OffTrackOn", 0""");
            await connection.ExecuteAsync(
                $"""
                INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate",
                    "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
                SELECT uuid7(), 'MilestoneOverdue', c."Id", m."Id", c."OrganizationId", c."PartnershipId", m."DueDate", m."DueDateVersion",
                    m."OverdueAt", {now}, {now}
                FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
                WHERE m."OverdueAt" <= {now}
                    AND NOT EXISTS (SELECT 1 FROM "Flags" AS f WHERE f."MilestoneId" = m."Id" AND f."ClearedAt" IS NULL)
                """
            );
            await connection.ExecuteAsync(
                $"""
                INSERT INTO "History" ("At", "ActorKind", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data")
                SELECT {now}, 'System', 'flagRaised', "CommitmentId", "OrganizationId", "PartnershipId", LOWER(CAST("Id" AS text))
                FROM "Flags" WHERE "UpdatedAt" = {now}
                """
            );

            Task OfCommitmentsAsync(string name, FormattableString at, FormattableString dueDateAndVersion) =>
                connection.ExecuteAsync(
                    $"""
                    INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion",
                        "OverdueAt", "RaisedAt", "UpdatedAt")
                    SELECT uuid7(), {name}, c."Id", c."OrganizationId", c."PartnershipId", {dueDateAndVersion}, {at}, {now}, {now}
                    FROM "Commitments" AS c
                    WHERE {at} <= {now} AND NOT EXISTS (SELECT 1 FROM "Flags" AS f
                        WHERE f."CommitmentId" = c."Id" AND f."Kind" = {name} AND f."ClearedAt" IS NULL AND f."MilestoneId" IS NULL)
                    """
                );
        });
}
