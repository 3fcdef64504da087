using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>A sentence that the page after a form shows once: what was done. A cookie carries the key of its text, nothing else.</summary>
internal static class FlashMessage
{
    private const string Cookie = "notice";

    public static void Leave(HttpContext http, string key) =>
        http.Response.Cookies.Append(
            Cookie,
            key,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromMinutes(1),
                IsEssential = true,
            }
        );

    /// <summary>Takes the message out of the cookie for the page that is about to be drawn.</summary>
    public static void Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } key)
            return;
        http.Response.Cookies.Delete(Cookie);
        if (key.StartsWith(Cookie + ".", StringComparison.Ordinal))
            http.Items[Cookie] = Texts.FindPage(key);
    }

    /// <returns>The sentence; null if there is none.</returns>
    public static string? Of(HttpContext? http) => http?.Items[Cookie] as string;
}
