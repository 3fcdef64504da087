namespace PartnershipTracker.Application.Maintenance;

/// <summary>Regular maintenance that keeps a database fast.</summary>
public interface IDatabaseMaintenance
{
    /// <summary>Updates the statistics of the tables, so that queries use the right indexes.</summary>
    /// <returns>Whether anything was done; some databases update their statistics automatically.</returns>
    Task<bool> RefreshStatisticsAsync(CancellationToken ct);
}
