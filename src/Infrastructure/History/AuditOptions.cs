namespace PartnershipTracker.Infrastructure.History;

/// <summary>Where the last hash of the history is anchored (<c>Audit:*</c>).</summary>
internal sealed class AuditOptions
{
    /// <summary>Relative to the working directory; no heads are written where it is not set.</summary>
    public string? AnchorFolder { get; init; }
}
