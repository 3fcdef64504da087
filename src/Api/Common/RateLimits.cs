using System.Globalization;
using System.Threading.RateLimiting;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// A token bucket with a number of requests in a minute for each organization (all its keys together), each person, and each network of
/// callers without either; each node counts separately. Every answer reports the rest in the headers of the IETF's draft "RateLimit header
/// fields for HTTP" (draft-ietf-httpapi-ratelimit-headers): quota, window, remainder and the seconds until the quota is full again.
/// </summary>
internal sealed class RateLimits(RateLimitOptions options) : IDisposable
{
    private const int Window = 60;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetTokenBucketLimiter(
            CallerKey(http),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.PerMinute,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds((double)Window / options.PerMinute),
                QueueLimit = 0,
            }
        )
    );

    /// <summary>Adds the headers when the answer begins, so that refusals and errors have them, too.</summary>
    public Task ReportAsync(HttpContext http, RequestDelegate next)
    {
        if (IsCounted(http))
            http.Response.OnStarting(() => WriteAsync(http));
        return next(http);
    }

    /// <summary>Counts the request for its caller, who must be known already.</summary>
    public Task ChargeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsCounted(http))
            return next(http);
        using var lease = _limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
            return next(http);

        http.Response.Headers.RetryAfter = SecondsFor(1).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    public void Dispose() => _limiter.Dispose();

    private static bool IsCounted(HttpContext http) => !http.Request.Path.StartsWithSegments("/health");

    private Task WriteAsync(HttpContext http)
    {
        var left = _limiter.GetStatistics(http)?.CurrentAvailablePermits ?? 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";q={options.PerMinute};w={Window}");
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture,
            $"\"requests\";r={left};t={SecondsFor(options.PerMinute - left)}"
        );
        return Task.CompletedTask;
    }

    /// <summary>The seconds until this number of requests is available again.</summary>
    private long SecondsFor(long requests) => (long)Math.Ceiling((double)requests * Window / options.PerMinute);

    /// <summary>
    /// More keys give an organization no more requests. The keys of the secretariat belong to no organization and count as one.
    /// </summary>
    private static string CallerKey(HttpContext http) =>
        http.RequestServices.GetRequiredService<ICurrentUser>() switch
        {
            { Actor.Id: null } => $"network {Networks.Of(http.Connection.RemoteIpAddress)}",
            { Actor: { Kind: ActorKind.ApiKey }, OrganizationId: var own } => $"organization {own?.Value}",
            { Actor.Id: var person } => $"person {person}",
        };
}
