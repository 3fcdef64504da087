using System.Globalization;
using System.Threading.RateLimiting;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// A token bucket with a number of requests in a minute; each node counts separately. Answers report the rest in the headers of the IETF's
/// draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers): quota, window, remainder and the seconds until the
/// quota is full again.
/// </summary>
internal sealed class RateLimits(RequestDelegate next, RateLimitOptions options) : IDisposable
{
    private const int Window = 60;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetTokenBucketLimiter(WhoAsks(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.PerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)Window / options.PerMinute),
            QueueLimit = 0,
        }));

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/health")) return next(http);

        using var lease = _limiter.AttemptAcquire(http);
        var left = _limiter.GetStatistics(http)?.CurrentAvailablePermits ?? 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";q={options.PerMinute};w={Window}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";r={left};t={SecondsFor(options.PerMinute - left)}");
        if (lease.IsAcquired) return next(http);

        headers.RetryAfter = SecondsFor(1).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>The seconds until this number of requests is available again.</summary>
    private long SecondsFor(long requests) => (long)Math.Ceiling((double)requests * Window / options.PerMinute);

    private static string WhoAsks(HttpContext http) => http.RequestServices.GetRequiredService<ICurrentUser>().Actor is { Id: { } id }
        ? $"caller {id}"
        : $"address {http.Connection.RemoteIpAddress}";
}
