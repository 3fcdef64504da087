using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <summary>The two cookies: one for the session, and one that recognizes the browser while a person signs in.</summary>
internal sealed class BrowserCookies(PublicUrl address)
{
    public const string Session = "session";
    public const string Browser = "sign-in";
    private const int MaxValueLength = 100;

    public static string? SessionOf(HttpRequest request) => Read(request, Session);

    public static string? BrowserOf(HttpRequest request) => Read(request, Browser);

    /// <summary>A browser that requests a second link keeps its secret, so that both links work.</summary>
    public string MarkBrowser(HttpContext http)
    {
        var secret = BrowserOf(http.Request) ?? Secret.New();
        http.Response.Cookies.Append(Browser, secret, Options(http, Links.SignIn, SignInRequest.Lifetime));
        return secret;
    }

    /// <summary>The server decides when a session ends, so the cookie may outlive it.</summary>
    public void SignIn(HttpContext http, string token)
    {
        http.Response.Cookies.Append(Session, token, Options(http, "/", Domain.Access.Session.MaxLifetime));
        http.Response.Cookies.Delete(Browser, Options(http, Links.SignIn, null));
    }

    public void SignOut(HttpContext http) => http.Response.Cookies.Delete(Session, Options(http, "/", null));

    private static string? Read(HttpRequest request, string name) => request.Cookies[name] is { Length: > 0 and <= MaxValueLength } value ? value : null;

    /// <summary>SameSite=Lax: the cookie is sent when a link in a mail is opened, but not with forms of other sites.</summary>
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
