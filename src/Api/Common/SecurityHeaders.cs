using PartnershipTracker.Api.Deferred;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Pages may load only our own style sheet and script files. The page to try the API and the job dashboard need a little more. The headers
/// are added when an answer begins, because the answer to an error starts with no headers; what an endpoint has set itself stays.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, PublicUrl address)
{
    private const string Ours =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For a page that shows a mail in a frame.</summary>
    public const string WithFrame = Ours + "; frame-src 'self'";

    /// <summary>
    /// For a mail, which needs inline styles. It runs nothing and is no part of this site (sandbox); its links open in another tab.
    /// </summary>
    public const string OfMail =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        + "sandbox allow-popups allow-popups-to-escape-sandbox";

    private const string Swagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string Jobs =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A year, the least that browsers' own lists accept. Other names of the domain are not ours to decide about.</summary>
    private const string HttpsOnly = "max-age=31536000";

    public Task InvokeAsync(HttpContext http)
    {
        // Decided here, because the job dashboard has shortened the path when its answer begins.
        var policy = PolicyOf(http.Request.Path);
        http.Response.OnStarting(() => AddAsync(http, policy));
        return next(http);
    }

    private Task AddAsync(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.TryAdd("Content-Security-Policy", policy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");

        // Also on requests that seem to be http, because a proxy in front may have ended TLS. Browsers ignore it over http.
        if (address is { IsHttps: true, IsGuess: false })
            headers.TryAdd("Strict-Transport-Security", HttpsOnly);
        return Task.CompletedTask;
    }

    private static string PolicyOf(PathString path) =>
        path.StartsWithSegments("/swagger") ? Swagger
        : path.StartsWithSegments(JobDashboard.Path) ? Jobs
        : Ours;
}
