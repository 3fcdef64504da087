namespace PartnershipTracker.Application.Maintenance;

/// <summary>What a database wants done from time to time so that it stays fast.</summary>
public interface IDatabaseMaintenance
{
    /// <summary>Looks at how full the tables are, so that queries take the right index.</summary>
    /// <returns>Whether there was anything to do; some databases do it by themselves.</returns>
    Task<bool> RefreshStatisticsAsync(CancellationToken ct);
}
