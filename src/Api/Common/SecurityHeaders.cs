using PartnershipTracker.Api.Deferred;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Pages may load only our own style sheet. The page to try the API and the job dashboard may also run their own scripts.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Ours =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Swagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string Jobs =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            http.Request.Path.StartsWithSegments("/swagger") ? Swagger
            : http.Request.Path.StartsWithSegments(JobDashboard.Path) ? Jobs
            : Ours;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(http);
    }
}
