using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Maintenance;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Without statistics SQLite considers all indexes equally good and searches one organization's commitments among all active ones. It reads
/// a sample, and only of tables that grew much. PostgreSQL maintains its statistics automatically.
/// </summary>
internal sealed class DatabaseMaintenance(TrackerDb db) : IDatabaseMaintenance
{
    private const string OnSqlite = "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;";

    public async Task<bool> RefreshStatisticsAsync(CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return false;
        await db.Database.ExecuteSqlRawAsync(OnSqlite, ct);
        return true;
    }
}
