using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Domain.Accountability;

namespace PartnershipTracker.Bench;

/// <summary>
/// The sweep that finds what is newly overdue, over the INSERT … SELECT that raises the same flags of all five kinds, each on its own fresh copy. The plain
/// side comes in two forms: with the product's own mark of what to look at next (<c>SweepAt</c>), which it leaves standing, and from the
/// instants of the clocks alone, which needs no mark but looks at everything overdue.
/// </summary>
internal static class SweepBench
{
    public const double Goal = 2;

    private sealed record Swept(double First, double Again, string Raised);

    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        var (ours, again, byMark, byInstant) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < (commitments <= 200_000 ? 5 : 3); round++)
        {
            var swept = await ProductAsync(generated);
            if (round == 0) await Console.Error.WriteLineAsync($"sweep raises {swept.Raised}");
            ours.Add(swept.First);
            again.Add(swept.Again);
            byMark.Add(await PlainAsync(generated, byMark: true, swept.Raised));
            byInstant.Add(await PlainAsync(generated, byMark: false, swept.Raised));
        }

        results.Timings.Add(new Timing("sweep", "newly overdue, of five kinds", commitments, Sample.Median(ours), Sample.Median(byInstant), Goal));
        results.Timings.Add(new Timing("sweep", "newly overdue, plain SQL reads our mark", commitments, Sample.Median(ours), Sample.Median(byMark)));
        results.Timings.Add(new Timing("sweep", "again at once: nothing to do", commitments, Sample.Median(again)));
    }

    /// <summary>One sweep in a process of its own.</summary>
    public static async Task<Memory> MemoryAsync(Store generated, int commitments)
    {
        var store = await generated.CopyAsync("bench_sweep_memory");
        await using var product = new Product(store, Generator.LastSweep);
        await product.Send(new Sweep());
        product.Clock.Now = Generator.Now;
        await using var memory = new PeakMemory();
        await product.Send(new Sweep());
        await product.DisposeAsync();
        await store.DeleteAsync();
        return new Memory("sweep", commitments, memory.StartWorkingSet, memory.WorkingSet, memory.StartHeap, memory.Heap);
    }

    private static async Task<Swept> ProductAsync(Store generated)
    {
        var store = await generated.CopyAsync("bench_sweep_ours");
        var product = new Product(store, Generator.LastSweep);

        // Nothing is due yet: only what runs once in a process is done here.
        await product.Send(new Sweep());
        product.Clock.Now = Generator.Now;
        var first = await Sample.TimeAsync(() => product.Send(new Sweep()));
        var again = await Sample.TimeAsync(() => product.Send(new Sweep()));
        await product.DisposeAsync();
        var raised = await RaisedAsync(store);
        await store.DeleteAsync();
        return new Swept(first, again, raised);
    }

    private static async Task<double> PlainAsync(Store generated, bool byMark, string raised)
    {
        var store = await generated.CopyAsync("bench_sweep_plain");
        await using var connection = await store.OpenAsync();

        // Nothing is due yet here too, so that both sides have read what they need once.
        await RaiseAsync(Generator.LastSweep.UtcTicks);
        var time = await Sample.TimeAsync(() => RaiseAsync(Generator.Now.UtcTicks));
        await connection.DisposeAsync();
        var inserted = await RaisedAsync(store);
        if (inserted != raised) throw new InvalidOperationException($"Plain SQL raised {inserted}, the product {raised}.");
        await store.DeleteAsync();
        return time;

        async Task RaiseAsync(long now)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var sql in Statements)
            {
                await using var command = connection.Command(sql(byMark), ("now", now));
                command.Transaction = transaction;
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }
    }

    /// <summary>How many flags of each kind this sweep raised; both sides must agree.</summary>
    private static async Task<string> RaisedAsync(Store store)
    {
        await using var connection = await store.OpenAsync();
        var kinds = await connection.RowsAsync(
            """SELECT "Kind", COUNT(*) FROM "Flags" WHERE "RaisedAt" = @now GROUP BY "Kind" ORDER BY "Kind" """, r => $"{r.GetInt64(1)} {r.GetString(0)}", ("now", Generator.Now.UtcTicks));
        return string.Join(", ", kinds);
    }

    private static readonly Func<bool, string>[] Statements =
    [
        OfCommitments(FlagKind.CommitmentOverdue, "OverdueAt", "\"DueDate\"", "\"DueDateVersion\""),
        OfCommitments(FlagKind.ReportOverdue, "ReportDueAt", "\"ReportDueOn\"", "0"),
        OfCommitments(FlagKind.ReviewOverdue, "ReviewDueAt", "\"ReviewDueOn\"", "0"),
        OfCommitments(FlagKind.OffTrack, "OffTrackAt", "\"OffTrackOn\"", "0"),
        byMark => $"""
            INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
            SELECT uuid7(), '{FlagKind.MilestoneOverdue}', c."Id", m."Id", c."OrganizationId", c."PartnershipId", m."DueDate", m."DueDateVersion", m."OverdueAt", @now, @now
            FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
            WHERE {(byMark ? "m.\"SweepAt\" <= @now AND " : "")}m."OverdueAt" <= @now
                AND NOT EXISTS (SELECT 1 FROM "Flags" AS f WHERE f."MilestoneId" = m."Id" AND f."ClearedAt" IS NULL)
            """,
    ];

    private static Func<bool, string> OfCommitments(FlagKind kind, string at, string on, string version) => byMark => $"""
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
        SELECT uuid7(), '{kind}', c."Id", NULL, c."OrganizationId", c."PartnershipId", {on}, {version}, c."{at}", @now, @now
        FROM "Commitments" AS c
        WHERE {(byMark ? "c.\"SweepAt\" <= @now AND " : "")}c."{at}" <= @now
            AND NOT EXISTS (SELECT 1 FROM "Flags" AS f WHERE f."CommitmentId" = c."Id" AND f."Kind" = '{kind}' AND f."ClearedAt" IS NULL AND f."MilestoneId" IS NULL)
        """;
}
