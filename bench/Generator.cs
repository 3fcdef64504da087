using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Maintenance;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>
/// Fills a database with commitments through the aggregates and the product's own bulk insert, so that what is measured could have come about by use.
/// Alike at every run but for the ids: 2 % are newly late and not flagged yet, 10 % long late and flagged, 3 % claimed, 8 % closed, 3 % drafts, the rest ahead.
/// </summary>
internal sealed class Generator(Arguments arguments, int commitments)
{
    /// <summary>Raise it with every change of what is generated.</summary>
    private const int Version = 5;

    private const int BatchSize = 5_000;
    private const int Partnerships = 20;

    /// <summary>The moment of all measurements.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);

    /// <summary>When the sweep last ran: what fell due on <see cref="DueYesterday"/> was not late yet, anywhere.</summary>
    public static readonly DateTimeOffset LastSweep = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly DueYesterday = new(2026, 11, 20);
    private static readonly DateTimeOffset Written = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly WrittenDay = DateOnly.FromDateTime(Written.UtcDateTime);

    private static readonly string[] Types = ["10", "11", "22", "22", "22", "21", "24", "30", "40", "60", "70", "70", "70", "80", "90"];
    private static readonly string[] Zones = ["UTC", "UTC", "Europe/Zurich", "Asia/Dhaka", "America/New_York", "Africa/Nairobi", "Pacific/Auckland", "Pacific/Honolulu"];
    private static readonly string[] Verbs = ["Screen", "Train", "Vaccinate", "Equip", "Reach", "Support", "Connect", "Fund"];
    private static readonly string[] Whom = ["people", "community health workers", "clinics", "schools", "mothers", "households", "districts", "nurses"];
    private static readonly string[] What = ["for hypertension", "in palliative care", "with clean water", "against measles", "on diabetes", "with solar power", "for mental health", "on air quality"];
    private static readonly string[] Names = ["Green Delta", "Åland Health", "Río Claro", "North Star", "Open Hands", "Blue Nile", "Highland", "Lakeside"];
    private static readonly string[] Forms = ["Foundation", "Ministry", "Hospital", "Trust", "University", "Company", "Network", "Council"];

    private readonly Random _random = new(20261121);
    private readonly string[] _countries = [.. Countries.All.Where((_, i) => i % 3 == 0).Select(c => c.Alpha2)];
    private readonly string[] _targets = [.. SdgTargets.All.Select(t => t.Code)];

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
        var late = await connection.ValueAsync<long>("""SELECT COUNT(*) FROM "Commitments" WHERE "SweepAt" <= @now AND "OverdueAt" <= @now""", ("now", Now.UtcTicks));
        return new Note(Version, commitments, migrations, rows, late);
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
            var (organizations, partnerships, members) = Parties();
            await SaveAsync(db, bulk, [.. organizations, .. partnerships, .. members.Select(m => m.Member)]);
            var homes = members.ToLookup(m => m.Member.OrganizationId, m => m.Partnership);

            for (var done = 0; done < commitments; done += BatchSize)
            {
                var batch = new List<Entity>();
                for (var i = done; i < Math.Min(done + BatchSize, commitments); i++)
                {
                    var organization = organizations[_random.Next(organizations.Count)];
                    var home = homes[organization.Id].ElementAt(_random.Next(homes[organization.Id].Count()));
                    batch.AddRange(Commitment(i, home, organization));
                }

                await SaveAsync(db, bulk, batch);
            }
        }

        product.Clock.Now = LastSweep;
        await product.Send(new Sweep());
        await product.Send(new RefreshStatistics());
    }

    private static async Task SaveAsync(TrackerDb db, IBulkInsert bulk, List<Entity> rows)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await bulk.InsertAsync(rows, [], default);
        await transaction.CommitAsync();
    }

    private (List<Organization>, List<Partnership>, List<(Partnership Partnership, Member Member)>) Parties()
    {
        var organizations = Enumerable.Range(0, Math.Max(50, commitments / 20)).Select(Organization).ToList();
        var partnerships = Enumerable.Range(0, Partnerships).Select(i => Domain.Partnerships.Partnership.Propose(new PartnershipTerms(
            $"{Pick(What)} {Pick(Forms)} partnership {i}", "Generated.", [Pillar.Advocacy], [Theme.LeadershipAndGovernance], [Pick(_countries)], ["17.16"], new DateOnly(2016, 1, 1)))).ToList();

        // Everybody is in one partnership, every third in two.
        var members = new List<(Partnership, Member)>();
        foreach (var (organization, i) in organizations.Select((o, i) => (o, i)))
            foreach (var partnership in Enumerable.Range(0, i % 3 == 0 ? 2 : 1).Select(n => partnerships[(i + (n * 7)) % Partnerships]))
                members.Add((partnership, partnership.Join(organization.Id, MemberRole.Implementing, isMember: false, WrittenDay)));
        foreach (var (partnership, i) in partnerships.Select((p, i) => (p, i)))
        {
            partnership.Activate(Math.Max(Domain.Partnerships.Partnership.FewestMembers, members.Count / Partnerships));
            if (i % 4 != 0) partnership.Publish();
        }

        return (organizations, partnerships, members);
    }

    private Organization Organization(int i)
    {
        var organization = Domain.Organizations.Organization.Register(new OrganizationProfile(
            string.Create(CultureInfo.InvariantCulture, $"{Pick(Names)} {Pick(Forms)} {i}"), Pick(Types), Skewed(_countries), Pick(Zones), SourceId: string.Create(CultureInfo.InvariantCulture, $"ORG-{i}")));
        if (_random.Next(10) < 7) organization.AddContact("Focal point", string.Create(CultureInfo.InvariantCulture, $"focal{i}@example.org"), ContactRole.FocalPoint);
        return organization;
    }

    private IEnumerable<Entity> Commitment(int i, Partnership partnership, Organization organization)
    {
        var kind = _random.NextDouble();
        var due = kind switch
        {
            < 0.02 => DueYesterday,
            < 0.12 => Between(new(2016, 1, 1), new(2026, 11, 10)),
            < 0.23 => Between(new(2020, 1, 1), new(2030, 12, 31)),
            _ => Between(new(2026, 11, 25), new(2045, 12, 31)),
        };
        var terms = Terms(i, due);
        var at = new Moment(Written, Actor.System, TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone), HasContact: false, new AccountabilityRules());
        var sourceId = string.Create(CultureInfo.InvariantCulture, $"GEN-{i}");
        if (kind is >= 0.23 and < 0.26)
        {
            yield return Domain.Commitments.Commitment.Draft(partnership.Id, organization, terms, at, sourceId);
            yield break;
        }

        var commitment = Domain.Commitments.Commitment.Import(partnership.Id, organization, terms, at, sourceId);
        yield return commitment;
        if (kind is >= 0.12 and < 0.15)
        {
            var said = new ProgressStatement(Between(new(2024, 1, 1), WrittenDay), 100, "All done, see the report.", null, ClaimsCompletion: true, null);
            yield return commitment.ReportProgress(organization.Id, said, at);
        }
        else if (kind is >= 0.15 and < 0.23)
        {
            if (kind < 0.17) commitment.Withdraw("The funding ended.", at);
            else
            {
                yield return commitment.Assess(kind < 0.20 ? CompletionLevel.Complete : CompletionLevel.Limited, "As seen.", WrittenDay, at);
                commitment.Close(
                    kind < 0.20 ? ClosingOutcome.Fulfilled : kind < 0.22 ? ClosingOutcome.PartlyFulfilled : ClosingOutcome.NotFulfilled, "As assessed.",
                    Between(new(2024, 1, 1), WrittenDay), at);
            }
        }
    }

    private CommitmentTerms Terms(int i, DateOnly due)
    {
        var number = _random.Next(1, 500) * 100;
        return new CommitmentTerms(
            string.Create(CultureInfo.InvariantCulture, $"{Pick(Verbs)} {number:N0} {Pick(Whom)} {Pick(What)} by {due.Year} ({i})"),
            "What is promised, to whom and how it will be known: two or three sentences as people write them in their own spreadsheets, of about this length.",
            _random.Next(10) < 7 ? (Pillar)_random.Next(3) : null, [Theme.NonCommunicableDiseases],
            [.. Enumerable.Range(0, 1 + (_random.Next(5) / 2)).Select(_ => Pick(_targets))],
            [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Skewed(_countries))],
            null, due,
            _random.Next(10) < 6 ? new Measure("People reached", "people", 0, new DateOnly(2024, 1, 1), number, "Register of the ministry") : null,
            (ReportingFrequency)_random.Next(5), Milestones(due),
            _random.Next(10) < 4 ? new Funding(number * 10, "USD") : null, null);
    }

    /// <summary>0.6 of them on average; before the commitment's own date, some late, some newly so.</summary>
    private List<MilestoneTerms> Milestones(DateOnly due)
    {
        var milestones = new List<MilestoneTerms>();
        for (var left = _random.Next(10) switch { < 5 => 0, < 9 => 1, _ => 2 }; left > 0; left--)
        {
            var day = _random.Next(100) switch
            {
                < 2 => DueYesterday,
                < 12 => Between(new(2024, 1, 1), new(2026, 11, 10)),
                _ => Between(new(2026, 11, 25), new(2040, 12, 31)),
            };
            milestones.Add(new MilestoneTerms("Interim result", day < due ? day : due));
        }

        return milestones;
    }

    /// <summary>Promises end at the end of a month, mostly.</summary>
    private DateOnly Between(DateOnly from, DateOnly to)
    {
        var day = from.AddDays(_random.Next(to.DayNumber - from.DayNumber));
        if (_random.Next(10) >= 8) return day;
        var end = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return end <= to ? end : to;
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    /// <summary>A few are frequent, many are rare.</summary>
    private T Skewed<T>(T[] from) => from[(int)(from.Length * Math.Pow(_random.NextDouble(), 3))];
}
