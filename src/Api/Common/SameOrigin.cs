using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// A request that changes data must come from our own pages unless it has an API key, because a browser sends our cookie with requests from
/// other sites, too. Browsers state the origin of a request in <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c>. Without both headers the
/// cookie's <c>SameSite=Lax</c> keeps it out of requests from other sites (docs/adr/0017).
/// </summary>
internal sealed class SameOrigin(RequestDelegate next, PublicUrl address)
{
    public Task InvokeAsync(HttpContext http) =>
        ChangesNothing(http.Request.Method) || http.User.Identity?.AuthenticationType == ApiKeyAuthentication.Scheme || IsOurs(http.Request)
            ? next(http)
            : throw DomainException.Forbidden("request.otherSite");

    private static bool ChangesNothing(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private bool IsOurs(HttpRequest request) => (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString()) switch
    {
        ({ Length: > 0 } site, _) => site is "same-origin" or "none",
        (_, "" or "null") => true,
        var (_, origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Authority == request.Host.Value || uri.Authority == address.Address.Authority),
    };
}
