using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Bench;

/// <summary>
/// A file like the sample, brought in by <see cref="StartImport"/> and <see cref="RunImports"/>, over a loop of prepared INSERTs that writes the same rows
/// into the same tables of an empty database of the same schema, with the same pragmas, committing as often. The loop reads no file, checks nothing and looks nothing up.
/// </summary>
internal static class ImportBench
{
    public const double Goal = 4;
    private const int RowsPerCommit = 500;

    public sealed record Outcome(double OursPerSecond, double? PlainPerSecond, Memory Memory);

    /// <param name="rows">Rows of the file; each becomes a commitment of an organization of its own.</param>
    /// <param name="rounds">How often both sides run, in turns; 0 runs the product once and nothing beside it.</param>
    public static async Task<Outcome> RunAsync(Arguments arguments, int rows, int rounds)
    {
        var file = Path.Combine(arguments.Folder, "import.csv");
        await WarmUpAsync(arguments, file);
        await WriteCsvAsync(file, rows);

        Memory? memory = null;
        var (ours, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < Math.Max(1, rounds); round++)
        {
            var store = new Store(arguments, "bench_import_ours");
            await EmptyAsync(store);
            await using (var peak = new PeakMemory())
            {
                ours.Add(rows / await ImportAsync(store, file, rows));
                memory ??= new Memory("import", rows, peak.StartWorkingSet, peak.WorkingSet, peak.StartHeap, peak.Heap);
            }

            if (rounds > 0) plain.Add(rows / await PlainAsync(store, rows));
            await store.DeleteAsync();
        }

        File.Delete(file);
        return new Outcome(Sample.Median(ours), rounds > 0 ? Sample.Median(plain) : null, memory!);
    }

    private static async Task WarmUpAsync(Arguments arguments, string file)
    {
        const int rows = 3_000;
        await WriteCsvAsync(file, rows);
        var store = new Store(arguments, "bench_import_ours");
        await EmptyAsync(store);
        await ImportAsync(store, file, rows);
        await PlainAsync(store, rows);
        await store.DeleteAsync();
    }

    private static async Task EmptyAsync(Store store)
    {
        await store.CreateAsync();
        await using var product = new Product(store, Generator.Now);
        await product.MigrateAsync();
    }

    /// <returns>Seconds.</returns>
    private static async Task<double> ImportAsync(Store store, string file, int rows)
    {
        await using var product = new Product(store, Generator.Now);
        var profile = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "net-zero-tracker", "profile.json"));
        var seconds = await Sample.TimeAsync(async () =>
        {
            await using (var content = File.OpenRead(file)) await product.Send(new StartImport("pledges.csv", content, profile, DryRun: false));
            await product.Send(new RunImports());
        }) / 1000;

        var run = await product.Db(db => db.Imports.AsNoTracking().SingleAsync());
        if (run.State != ImportState.Completed || run.Rows != rows || run.Imported != rows) throw new InvalidOperationException($"The import ended {run.State} with {run.Imported} of {rows} rows: {run.FailureCode}.");
        Directory.Delete(product.FilesFolder, recursive: true);
        return seconds;
    }

    /// <returns>Seconds, of the inserting and committing alone.</returns>
    private static async Task<double> PlainAsync(Store imported, int rows)
    {
        var store = imported with { Name = "bench_import_plain" };
        await EmptyAsync(store);
        await using var source = await imported.OpenAsync();
        await using var target = await store.OpenAsync();
        var tables = new List<Table>();
        foreach (var name in Names) tables.Add(await Table.OpenAsync(imported, target, name));

        // Parties before what refers to them: the partnership comes whole with the first batch.
        var (seconds, batches) = (0d, (rows + RowsPerCommit - 1) / RowsPerCommit);
        for (var batch = 0; batch < batches; batch++)
        {
            foreach (var table in tables) await table.ReadAsync(batch, batches);
            seconds += await Sample.TimeAsync(async () =>
            {
                await using var transaction = await target.BeginTransactionAsync();
                foreach (var table in tables) await table.InsertAsync(transaction);
                await transaction.CommitAsync();
            }) / 1000;
        }

        foreach (var table in tables)
        {
            var (there, here) = (await source.ValueAsync<long>($"SELECT COUNT(*) FROM \"{table.Name}\""), await target.ValueAsync<long>($"SELECT COUNT(*) FROM \"{table.Name}\""));
            if (there != here) throw new InvalidOperationException($"{table.Name} has {there} rows by the import, {here} by plain SQL.");
            await table.DisposeAsync();
        }

        await target.DisposeAsync();
        await store.DeleteAsync();
        return seconds;
    }

    private static readonly string[] Names =
    [
        "Imports", "ImportItems", "Partnerships", "Organizations", "Contacts", "Members", "Commitments", "CommitmentTargets", "CommitmentCountries", "Milestones",
        "ReportingPeriods", "ProgressReports", "Evidence", "CommitmentVersions", "History",
    ];

    private static readonly string[] OfCommitments = ["Commitments", "CommitmentTargets", "CommitmentCountries", "Milestones", "ReportingPeriods", "ProgressReports", "CommitmentVersions"];

    /// <summary>Copies a table in parts, in the order in which it was written: what belongs to a commitment along with it, all else in equal shares.</summary>
    private sealed class Table(string name, DbConnection source, DbDataReader reader, int columns, DbCommand insert, long rows) : IAsyncDisposable
    {
        private readonly List<object[]> _waiting = [];
        private long _read;
        private bool _any;
        private bool _prepared;

        public string Name { get; } = name;

        private bool OfCommitment { get; } = OfCommitments.Contains(name);

        public static async Task<Table> OpenAsync(Store from, DbConnection target, string name)
        {
            // A reader each, and on PostgreSQL a connection can have one only.
            var source = await from.OpenAsync();
            var columns = new List<string>();
            await using (var look = await source.Command($"SELECT * FROM \"{name}\" LIMIT 1").ExecuteReaderAsync())
                columns.AddRange(Enumerable.Range(0, look.FieldCount).Select(look.GetName).Where(c => c != "Seq"));
            var rows = await source.ValueAsync<long>($"SELECT COUNT(*) FROM \"{name}\"");

            // Commitments are numbered from 1 without gaps, so their number says in which part they belong.
            var own = string.Join(", ", columns.Select(c => $"x.\"{c}\""));
            var reader = await source.Command(
                name != "Commitments" && OfCommitments.Contains(name) ? $"SELECT {own}, c.\"Seq\" FROM \"{name}\" x JOIN \"Commitments\" c ON c.\"Id\" = x.\"CommitmentId\" ORDER BY x.\"Seq\""
                : $"SELECT {own}, x.\"Seq\" FROM \"{name}\" x ORDER BY x.\"Seq\"").ExecuteReaderAsync();
            var insert = target.Command($"INSERT INTO \"{name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})");
            for (var i = 0; i < columns.Count; i++) insert.Add($"p{i}", null);
            return new Table(name, source, reader, columns.Count, insert, rows) { _any = await reader.ReadAsync() };
        }

        public async Task ReadAsync(int batch, int batches)
        {
            _waiting.Clear();
            while (_any && (OfCommitment ? reader.GetInt64(columns) <= (batch + 1L) * RowsPerCommit : _read * batches < rows * (batch + 1)))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                _waiting.Add(values);
                _read++;
                _any = await reader.ReadAsync();
            }
        }

        public async Task InsertAsync(DbTransaction transaction)
        {
            if (_waiting.Count == 0) return;
            insert.Transaction = transaction;
            if (!_prepared && insert.Connection is SqliteConnection) await insert.PrepareAsync();
            _prepared = true;
            foreach (var row in _waiting)
            {
                for (var i = 0; i < columns; i++) insert.Parameters[i].Value = row[i];
                await insert.ExecuteNonQueryAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await reader.DisposeAsync();
            await insert.DisposeAsync();
            await source.DisposeAsync();
        }
    }

    /// <summary>The columns of the sample; every row can be taken, two of three have an interim target, one of forty claims to be done.</summary>
    private static async Task WriteCsvAsync(string file, int rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var random = new Random(20221220);
        string[] types = ["Company", "Company", "Company", "City", "Region", "Country"], countries = ["USA", "GBR", "DEU", "JPN", "BRA", "IND", "KEN", "CHE", "BGD", "FRA"];
        await using var csv = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await csv.WriteLineAsync("id_code,name,country,actor_type,race_to_zero_member,end_target,end_target_percentage_reduction,end_target_baseline_year,end_target_year,end_target_status,status_date,interim_target,interim_target_percentage_reduction,interim_target_baseline_year,interim_target_year,has_plan,reporting_mechanism,accountability,industry,source_url,last_updated");
        for (var i = 0; i < rows; i++)
        {
            var year = 2025 + random.Next(36);
            var interim = random.Next(3) > 0 ? Math.Min(year, 2025 + random.Next(16)).ToString(CultureInfo.InvariantCulture) : "";
            var status = random.Next(40) == 0 ? "Achieved (self-declared)" : "In corporate strategy";
            await csv.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"COM-{i:D7},\"{(i % 7 == 0 ? "Société" : "Company")} {i}, Inc.\",{countries[random.Next(countries.Length)]},{types[random.Next(types.Length)]},No,Net zero,,2015,{year},{status},2021,Emissions reduction target,{random.Next(20, 80)},2015,{interim},Yes,{(random.Next(2) == 0 ? "Annual reporting" : "Less than annual reporting")},No,,https://example.org/pledges/{i},2022-05-28 08:07:58"));
        }
    }
}
