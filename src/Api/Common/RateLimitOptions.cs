namespace PartnershipTracker.Api.Common;

/// <summary>How often one caller may ask (<c>RateLimit:*</c>).</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests a minute of one key or person, or of one address without either.</summary>
    public int PerMinute { get; init; } = 600;
}
