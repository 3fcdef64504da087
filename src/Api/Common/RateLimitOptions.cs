namespace PartnershipTracker.Api.Common;

/// <summary>How many requests one caller may send (<c>RateLimit:*</c>).</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests in a minute for one API key or person, or for one IP address without either.</summary>
    public int PerMinute { get; init; } = 600;
}
