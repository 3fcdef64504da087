namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>Where a round of the health check is; computed, never stored.</summary>
public enum HealthCheckState
{
    /// <summary>Its first day has not come yet.</summary>
    Planned,

    /// <summary>It can be answered.</summary>
    Open,

    /// <summary>Its results can be read.</summary>
    Closed,

    /// <summary>It was cancelled before its end; its answers were erased.</summary>
    Cancelled,
}
