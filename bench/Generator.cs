using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Maintenance;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>Fills a database with <see cref="SampleCommitments"/> through the aggregates and the product's own bulk insert, so that what is measured could have come about by use.</summary>
internal sealed class Generator(Arguments arguments, int commitments)
{
    /// <summary>Raise it with every change of what is generated.</summary>
    private const int Version = 6;

    private const int BatchSize = 5_000;

    /// <summary>The moment of all measurements.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);

    /// <summary>When the sweep last ran: what fell due on <see cref="DueYesterday"/> was not overdue yet, anywhere.</summary>
    public static readonly DateTimeOffset LastSweep = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly DueYesterday = new(2026, 11, 20);

    /// <summary>When most of it was written down; what came before is dated back.</summary>
    public static readonly DateTimeOffset Written = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The database of this size: the kept one where it is what would be generated now, else a new one.</summary>
    public async Task<Store> GetAsync()
    {
        var store = new Store(arguments, string.Create(CultureInfo.InvariantCulture, $"bench_{commitments}"));
        if (await store.ExistsAsync() && await IsRightAsync(store)) return store;

        var watch = Stopwatch.StartNew();
        await store.CreateAsync();
        await FillAsync(store);
        await store.SettleAsync();
        await File.WriteAllTextAsync(NotePath(store), JsonSerializer.Serialize(await NoteAsync(store)));
        await Console.Error.WriteLineAsync($"Generated {commitments:N0} commitments in {watch.Elapsed.TotalSeconds:N0} s.");
        return store;
    }

    /// <summary>What a kept database must still be: same generator, same schema, every table as full as it was left.</summary>
    private sealed record Note(int Version, int Commitments, IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Rows, long NewlyLate);

    private static string NotePath(Store store) => Path.Combine(store.Arguments.Folder, store.Name + ".json");

    private async Task<bool> IsRightAsync(Store store)
    {
        if (!File.Exists(NotePath(store))) return false;
        await using var product = new Product(store, Now);
        var migrations = await product.Db(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        var kept = await File.ReadAllTextAsync(NotePath(store));
        var note = JsonSerializer.Deserialize<Note>(kept)!;
        return note.Version == Version && note.Migrations.SequenceEqual(migrations) && kept == JsonSerializer.Serialize(await NoteAsync(store));
    }

    private async Task<Note> NoteAsync(Store store)
    {
        await using var product = new Product(store, Now);
        var (migrations, tables) = await product.Db(async db => (
            (await db.Database.GetAppliedMigrationsAsync()).ToList(), db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()));
        await using var connection = await store.OpenAsync();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables) rows[table] = await connection.ValueAsync<long>($"SELECT COUNT(*) FROM \"{table}\"");
        var overdue = await connection.ValueAsync<long>("""SELECT COUNT(*) FROM "Commitments" WHERE "SweepAt" <= @now AND "OverdueAt" <= @now""", ("now", Now.UtcTicks));
        return new Note(Version, commitments, migrations, rows, overdue);
    }

    private async Task FillAsync(Store store)
    {
        await using var product = new Product(store, Written);
        await product.MigrateAsync();
        await using (var scope = product.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TrackerDb>();
            await db.Database.OpenConnectionAsync();
            if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-512000;");
            var bulk = scope.ServiceProvider.GetRequiredService<IBulkInsert>();
            var sample = new SampleCommitments(commitments);
            var (organizations, partnerships, members) = sample.Parties();
            await SaveAsync(db, bulk, [.. organizations, .. partnerships, .. members.Select(m => m.Member)]);
            var homes = members.ToLookup(m => m.Member.OrganizationId, m => m.Partnership);

            var deep = Lives.DeepOnes(commitments);
            await SaveDeepOnesAsync(db, bulk, deep, organizations, id => homes[id].First());
            for (var done = 2 * deep; done < commitments; done += BatchSize)
            {
                var batch = new List<Entity>();
                for (var i = done; i < Math.Min(done + BatchSize, commitments); i++)
                {
                    var organization = sample.Any(organizations);
                    var home = sample.Any([.. homes[organization.Id]]);
                    batch.AddRange(sample.Commitment(i, home, organization));
                }

                await SaveAsync(db, bulk, batch);
            }
        }

        product.Clock.Now = LastSweep;
        await product.Send(new Sweep());
        await product.Send(new SealHistory());
        await product.Send(new RefreshStatistics());
    }

    /// <summary>The deep ones belong to the first organization, their twins to the second.</summary>
    private static async Task SaveDeepOnesAsync(TrackerDb db, IBulkInsert bulk, int deep, List<Organization> organizations, Func<OrganizationId, Partnership> home)
    {
        const int atOnce = 50;
        ApiKey[] keys = [.. organizations.Take(2).Select(o => ApiKey.Issue(o.Id, "Their system", Role.Officer, null, Written).Record)];
        await SaveAsync(db, bulk, keys);
        for (var done = 0; done < deep; done += atOnce)
        {
            var these = Enumerable.Range(done, Math.Min(atOnce, deep - done)).ToList();
            await SaveAsync(db, bulk,
            [
                .. these.SelectMany(i => Lives.DeepOne(i, home(organizations[0].Id), organizations[0], keys[0])),
                .. these.SelectMany(i => Lives.TwinOf(i, home(organizations[1].Id), organizations[1], keys[1])),
            ]);
        }
    }

    private static async Task SaveAsync(TrackerDb db, IBulkInsert bulk, IReadOnlyCollection<Entity> rows)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await bulk.InsertAsync(rows, [], default);
        await transaction.CommitAsync();
    }
}
