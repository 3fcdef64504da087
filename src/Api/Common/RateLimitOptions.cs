namespace PartnershipTracker.Api.Common;

/// <summary>How many requests one caller may send (<c>RateLimit:*</c>).</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests in a minute for one organization's keys, one person, or one network of callers without either.</summary>
    public int PerMinute { get; init; } = 600;
}
