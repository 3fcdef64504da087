using PartnershipTracker.Application.Accountability;

namespace PartnershipTracker.Bench;

/// <summary>
/// The sweep that finds 2 % newly late, over the INSERT … SELECT that raises the same flags, each on its own fresh copy. The plain side
/// comes in two forms: with the product's own mark of what to look at next (<c>SweepAt</c>), which it leaves standing, and from the
/// overdue instants alone, which needs no mark but looks at everything late.
/// </summary>
internal static class SweepBench
{
    public const double Goal = 2;

    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        var (ours, again, byMark, byInstant) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < (commitments <= 200_000 ? 5 : 3); round++)
        {
            var (swept, repeated, raised) = await ProductAsync(generated);
            ours.Add(swept);
            again.Add(repeated);
            byMark.Add(await PlainAsync(generated, "SweepAt", raised));
            byInstant.Add(await PlainAsync(generated, "OverdueAt", raised));
        }

        results.Timings.Add(new Timing("sweep", "2 % newly late", commitments, Sample.Median(ours), Sample.Median(byInstant), Goal));
        results.Timings.Add(new Timing("sweep", "2 % newly late, plain SQL reads our mark", commitments, Sample.Median(ours), Sample.Median(byMark)));
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

    private static async Task<(double Swept, double Again, int Raised)> ProductAsync(Store generated)
    {
        var store = await generated.CopyAsync("bench_sweep_ours");
        var product = new Product(store, Generator.LastSweep);

        // Nothing is due yet: only what runs once in a process is done here.
        await product.Send(new Sweep());
        product.Clock.Now = Generator.Now;
        SweepResult? result = null;
        var swept = await Sample.TimeAsync(async () => result = await product.Send(new Sweep()));
        var again = await Sample.TimeAsync(() => product.Send(new Sweep()));
        await product.DisposeAsync();
        await store.DeleteAsync();
        return (swept, again, result!.Raised);
    }

    private static async Task<double> PlainAsync(Store generated, string column, int raised)
    {
        var store = await generated.CopyAsync("bench_sweep_plain");
        await using var connection = await store.OpenAsync();

        // Nothing is due yet here too, so that both sides have read what they need once.
        await RaiseAsync(Generator.LastSweep.UtcTicks);
        var inserted = 0;
        var time = await Sample.TimeAsync(async () => inserted = await RaiseAsync(Generator.Now.UtcTicks));
        if (inserted != raised) throw new InvalidOperationException($"Plain SQL by {column} raised {inserted} flags, the product {raised}.");
        await connection.DisposeAsync();
        await store.DeleteAsync();
        return time;

        async Task<int> RaiseAsync(long now)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var count = 0;
            foreach (var sql in new[] { Commitments, Milestones })
            {
                await using var command = connection.Command(sql.Replace("§", column, StringComparison.Ordinal), ("now", now));
                command.Transaction = transaction;
                count += await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
            return count;
        }
    }

    private const string Commitments = """
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt")
        SELECT uuid7(), 'CommitmentOverdue', c."Id", NULL, c."OrganizationId", c."PartnershipId", c."DueDate", c."DueDateVersion", c."OverdueAt", @now
        FROM "Commitments" AS c
        WHERE c."§" <= @now AND c."OverdueAt" <= @now
            AND NOT EXISTS (SELECT 1 FROM "Flags" AS f WHERE f."CommitmentId" = c."Id" AND f."Kind" = 'CommitmentOverdue' AND f."ClearedAt" IS NULL)
        """;

    private const string Milestones = """
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt")
        SELECT uuid7(), 'MilestoneOverdue', c."Id", m."Id", c."OrganizationId", c."PartnershipId", m."DueDate", m."DueDateVersion", m."OverdueAt", @now
        FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
        WHERE m."§" <= @now AND m."OverdueAt" <= @now
            AND NOT EXISTS (SELECT 1 FROM "Flags" AS f WHERE f."MilestoneId" = m."Id" AND f."ClearedAt" IS NULL)
        """;
}
