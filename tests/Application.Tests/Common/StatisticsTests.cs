using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Maintenance;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Common;

/// <summary>Statistics of an almost empty database would mislead SQLite when its tables have grown.</summary>
public sealed class StatisticsTests : IAsyncLifetime
{
    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Statistics_of_small_tables_are_not_kept()
    {
        await _host.Organization("Dhaka");
        (await _host.Send(new RefreshStatistics())).ShouldBeTrue();
        (await Rows()).ShouldBe(0);
        await _host.Db(db =>
            db.Database.ExecuteSqlRawAsync(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
                INSERT INTO "History" ("At", "ActorKind", "Event", "Data") SELECT i, 'System', 'partnershipPublished', '[]' FROM n
                """
            )
        );
        await _host.Send(new RefreshStatistics());
        (await Rows()).ShouldBeGreaterThan(0, "of the table that has grown");
    }

    private Task<int> Rows() => _host.Db(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_stat1").SingleAsync());
}
