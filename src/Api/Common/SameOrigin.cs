using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Whatever changes something must come from our own pages, unless it shows a key: a browser adds our cookie to what other sites send, too. Browsers say
/// where a request comes from in <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c>. Where neither says anything, what remains is that our cookies are
/// <c>SameSite=Lax</c>, and so not in the requests of other sites (docs/adr/0017).
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
