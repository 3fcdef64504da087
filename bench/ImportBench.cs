namespace PartnershipTracker.Bench;

/// <summary>
/// The rows of a <see cref="SampleFile"/>, brought in by the product. The plain side inserts the same rows into the same tables with
/// prepared statements and commits as often; it reads no file and checks nothing.
/// </summary>
internal static class ImportBench
{
    private const double Goal = 4;
    private const double MemoryGoal = 1.25;
    private const int RowsPerCommit = 500;

    /// <summary>Parents before what refers to them.</summary>
    private static readonly string[] Tables = (
        "Imports Partnerships Organizations Members Commitments CommitmentTargets CommitmentCountries Milestones ReportingPeriods "
        + "CommitmentVersions History"
    ).Split(' ');

    public static async Task RunAsync(BenchOptions options, int rows, Results results)
    {
        await using var productDatabase = new BenchDatabase(options, "bench_import_product");
        await using var plainDatabase = new BenchDatabase(options, "bench_import_plain");
        var peakOfTenth = await PeakAsync(productDatabase, rows / 10);
        var peak = await PeakAsync(productDatabase, rows);
        var product = await ImportAsync(productDatabase, rows, DatabaseGenerator.Now);
        var plain = await InsertAsync(productDatabase, plainDatabase, rows);
        results.Add(new Result("import", "rows of a file", rows, "ms", product, plain, new Goal(Goal)));
        results.Add(
            new Result("import", "memory in use, beside a tenth of the rows", rows, "MiB", peak, peakOfTenth, new Goal(MemoryGoal))
        );
    }

    /// <returns>Milliseconds.</returns>
    public static async Task<double> ImportAsync(BenchDatabase database, int rows, DateTimeOffset now)
    {
        var file = Path.Combine(database.Options.Folder, "import.csv");
        await SampleFile.WriteAsync(file, rows);
        await database.CreateAsync();
        await using var product = new Product(database, now);
        await using (var content = File.OpenRead(file))
            await product.Send(new StartImport("commitments.csv", content, Profile: null, DryRun: false));

        var time = await Comparison.TimeAsync(() => product.Send(new RunImports()));
        await using var connection = await database.OpenAsync();
        var imported = await connection.ScalarAsync<long>($"""SELECT COUNT(*) FROM "Commitments" """);
        return imported == rows ? time : throw new InvalidOperationException($"{imported} of {rows} rows were imported.");
    }

    /// <returns>
    /// MiB that are in use after a collection, at most. An import of its own, because the collections would slow down a timed one.
    /// </returns>
    private static async Task<double> PeakAsync(BenchDatabase database, int rows)
    {
        var peak = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.5));
        var watching = Task.Run(async () =>
        {
            do peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            while (await timer.WaitForNextTickAsync());
        });
        await ImportAsync(database, rows, DatabaseGenerator.Now);
        timer.Dispose();
        await watching;
        return peak / 1024d / 1024d;
    }

    /// <returns>Milliseconds, of inserting and committing alone.</returns>
    private static async Task<double> InsertAsync(BenchDatabase from, BenchDatabase to, int rows)
    {
        await to.CreateAsync();
        await using (var product = new Product(to, DatabaseGenerator.Now))
            _ = product.Services;
        await using var source = await from.OpenAsync();
        await using var target = await to.OpenAsync();
        var time = 0d;
        foreach (var table in Tables)
        {
            // As many commits as the import makes, over all tables.
            var name = PlainConnection.Raw(table);
            var size =
                1 + (int)(await source.ScalarAsync<long>($"""SELECT COUNT(*) FROM "{name}" """) * Tables.Length * RowsPerCommit / rows);
            time += await source.ReadAsync($"""SELECT * FROM "{name}" ORDER BY "Seq" """, reader => CopyAsync(reader, target, name, size));
        }

        return time;
    }

    private static async Task<double> CopyAsync(DbDataReader reader, PlainConnection target, FormattableString table, int size)
    {
        var time = 0d;
        var columns = PlainConnection.Raw(
            string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => $"\"{reader.GetName(i)}\""))
        );
        for (var rows = await ReadAsync(); rows.Count > 0; rows = await ReadAsync())
            time += await Comparison.TimeAsync(() => target.InTransactionAsync(() => WriteAsync(rows)));
        return time;

        async Task<List<object[]>> ReadAsync()
        {
            var rows = new List<object[]>(size);
            while (rows.Count < size && await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }

            return rows;
        }

        async Task WriteAsync(List<object[]> rows)
        {
            await using var insert = target.Command($"""INSERT INTO "{table}" ({columns}) VALUES ({PlainConnection.Values(rows[0])})""");
            await insert.PrepareAsync();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                    insert.Parameters[i].Value = row[i];
                await insert.ExecuteNonQueryAsync();
            }
        }
    }
}
