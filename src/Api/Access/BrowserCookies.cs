using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Access;

/// <summary>
/// The two cookies: one for the session, and one that recognizes the browser while a person signs in. Where people use https, their names
/// begin with <c>__Host-</c>: browsers take such a cookie only from this host itself, over https and for all paths, so that no other host
/// of the domain can plant one.
/// </summary>
internal sealed class BrowserCookies(PublicUrl address)
{
    private const int MaxValueLength = 100;

    /// <summary>The name of the session's cookie.</summary>
    public string Session => NameOf("session");

    private string Browser => NameOf("sign-in");

    public string? SessionOf(HttpRequest request) => Read(request, Session);

    public string? BrowserOf(HttpRequest request) => Read(request, Browser);

    /// <summary>A browser that requests a second link keeps its secret, so that both links work.</summary>
    public string MarkBrowser(HttpContext http)
    {
        var secret = BrowserOf(http.Request) ?? Secret.New();
        http.Response.Cookies.Append(Browser, secret, Options(http, SignInRequest.Lifetime));
        return secret;
    }

    /// <summary>The server decides when a session ends, so the cookie may outlive it.</summary>
    public void SignIn(HttpContext http, string token)
    {
        http.Response.Cookies.Append(Session, token, Options(http, Domain.Access.Session.MaxLifetime));
        http.Response.Cookies.Delete(Browser, Options(http, null));
    }

    public void SignOut(HttpContext http) => http.Response.Cookies.Delete(Session, Options(http, null));

    private string NameOf(string name) => address.IsHttps ? "__Host-" + name : name;

    private static string? Read(HttpRequest request, string name) =>
        request.Cookies[name] is { Length: > 0 and <= MaxValueLength } value ? value : null;

    /// <summary>SameSite=Lax: the cookie is sent when a link in a mail is opened, but not with forms of other sites.</summary>
    private CookieOptions Options(HttpContext http, TimeSpan? maxAge) =>
        new()
        {
            Path = "/",
            MaxAge = maxAge,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps || address.IsHttps,
            IsEssential = true,
        };
}
