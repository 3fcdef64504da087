using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Maintenance;

/// <summary>
/// Lets SQLite look at how full its tables are. Without that it takes every index for equally good, and looks for one organization's
/// commitments among all that are active. It reads a sample, and only of tables that grew much; PostgreSQL does the like unasked.
/// </summary>
[Needs(Right.Administer)]
public sealed record RefreshStatistics : IRequest<bool>;

internal sealed class RefreshStatisticsHandler(ITrackerDb db) : IRequestHandler<RefreshStatistics, bool>
{
    private const string OnSqlite = "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;";

    /// <returns>Whether there was anything to ask of this database.</returns>
    public async Task<bool> Handle(RefreshStatistics command, CancellationToken ct)
    {
        if (db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) != true) return false;
        await db.Database.ExecuteSqlRawAsync(OnSqlite, ct);
        return true;
    }
}
