using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Bench;

/// <summary>
/// Sealing the newest entries of the history, over a plain loop that reads as many at once, hashes the same text and updates row by row with a prepared
/// statement. Both must end with the same hash.
/// </summary>
internal static class SealBench
{
    private const int Entries = 50_000;
    private const int AtOnce = 2_000;
    private const string LastHash = """SELECT "Hash" FROM "History" WHERE "Number" IS NOT NULL ORDER BY "Number" DESC LIMIT 1""";

    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        var (ours, plain, heads) = (new List<double>(), new List<double>(), new List<string>());
        for (var round = 0; round < 3; round++)
        {
            ours.Add(await OnCopyAsync(generated, heads, async store =>
            {
                await using var product = new Product(store, Generator.Now);
                var sealedNow = 0;
                var time = await Sample.TimeAsync(async () => sealedNow = await product.Send(new SealHistory()));
                return sealedNow / time * 1000;
            }));
            plain.Add(await OnCopyAsync(generated, heads, async store =>
            {
                await using var connection = await store.OpenAsync();
                var sealedNow = 0;
                var time = await Sample.TimeAsync(async () => sealedNow = await SealAsync(connection));
                return sealedNow / time * 1000;
            }));
        }

        if (heads.Distinct().Count() != 1) throw new InvalidOperationException($"The chain ends in {string.Join(" and ", heads.Distinct())}.");
        results.Timings.Add(new Timing("history", "`SealHistory`", commitments, Sample.Median(ours), Sample.Median(plain), Rate: "entries/s"));
        await Console.Error.WriteLineAsync($"seal: {Sample.Median(ours):N0} / {Sample.Median(plain):N0} entries a second");
    }

    private static async Task<double> OnCopyAsync(Store generated, List<string> heads, Func<Store, Task<double>> seal)
    {
        var store = await generated.CopyAsync("bench_seal");
        await using (var connection = await store.OpenAsync())
            await connection.RunAsync("""UPDATE "History" SET "Number" = NULL, "Hash" = NULL WHERE "Number" > (SELECT MAX("Number") FROM "History") - @entries""", ("entries", Entries));
        var rate = await seal(store);
        await using (var connection = await store.OpenAsync()) heads.Add(await connection.ValueAsync<string>(LastHash));
        await store.DeleteAsync();
        return rate;
    }

    private static async Task<int> SealAsync(DbConnection connection)
    {
        var (count, last, text) = (0, "", new StringBuilder());
        var number = await connection.ValueAsync<long>("""SELECT COALESCE(MAX("Number"), 0) FROM "History" """);
        if (number > 0) last = await connection.ValueAsync<string>(LastHash);
        await using var update = connection.Command("""UPDATE "History" SET "Number" = @number, "Hash" = @hash WHERE "Seq" = @seq""");
        var (numbered, hashed, row) = (update.Add("number", 0L), update.Add("hash", ""), update.Add("seq", 0L));
        for (var some = -1; some != 0; count += some)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var read = connection.Command($"""
                SELECT "Seq", "At", "ActorKind", "ActorId", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data" FROM "History" WHERE "Number" IS NULL ORDER BY "Seq" LIMIT {AtOnce}
                """);
            (read.Transaction, update.Transaction) = (transaction, transaction);
            var entries = new List<(long Seq, string Hash)>(AtOnce);
            await using (var reader = await read.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    text.Clear().Append(last).Append('\n');
                    Append('n', (number + entries.Count + 1).ToString(CultureInfo.InvariantCulture));
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        if (reader.IsDBNull(i)) Append('-', "");
                        else if (i < 2) Append('n', reader.GetInt64(i).ToString(CultureInfo.InvariantCulture));
                        else Append('t', reader.GetFieldType(i) == typeof(Guid) ? reader.GetGuid(i).ToString().ToUpperInvariant() : reader.GetString(i));
                    }

                    last = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
                    entries.Add((reader.GetInt64(0), last));
                }
            }

            some = entries.Count;
            foreach (var (seq, hash) in entries)
            {
                (numbered.Value, hashed.Value, row.Value) = (++number, hash, seq);
                await update.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        return count;

        void Append(char kind, string said) => text.Append(kind).Append(said.Length).Append(':').Append(said).Append('\n');
    }
}
