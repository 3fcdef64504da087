using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <summary>The two cookies we set: whose session this is, and, while somebody signs in, which browser it is.</summary>
internal sealed class BrowserCookies(PublicUrl address)
{
    public const string Session = "session";
    public const string Browser = "sign-in";
    private const int MaxValueLength = 100;

    public static string? SessionOf(HttpRequest request) => Read(request, Session);

    public static string? BrowserOf(HttpRequest request) => Read(request, Browser);

    /// <summary>A browser that asks twice keeps its secret, so that both links work.</summary>
    public string MarkBrowser(HttpContext http)
    {
        var secret = BrowserOf(http.Request) ?? Secret.New();
        http.Response.Cookies.Append(Browser, secret, Options(http, Links.SignIn, SignInRequest.Lifetime));
        return secret;
    }

    /// <summary>The server decides when a session ends; the cookie outlives it.</summary>
    public void SignIn(HttpContext http, string token)
    {
        http.Response.Cookies.Append(Session, token, Options(http, "/", Domain.Access.Session.MaxLifetime));
        http.Response.Cookies.Delete(Browser, Options(http, Links.SignIn, null));
    }

    public void SignOut(HttpContext http) => http.Response.Cookies.Delete(Session, Options(http, "/", null));

    private static string? Read(HttpRequest request, string name) => request.Cookies[name] is { Length: > 0 and <= MaxValueLength } value ? value : null;

    /// <summary>Lax: a link in a mail finds the cookie, a form of another site does not.</summary>
    private CookieOptions Options(HttpContext http, string path, TimeSpan? maxAge) => new()
    {
        Path = path,
        MaxAge = maxAge,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps || address.Address.Scheme == Uri.UriSchemeHttps,
        IsEssential = true,
    };
}
