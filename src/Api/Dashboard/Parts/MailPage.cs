using System.Net.Mime;
using System.Text;
using PartnershipTracker.Api.Common;

namespace PartnershipTracker.Api.Dashboard.Parts;

/// <summary>The HTML of a mail as a page of its own, which the browser keeps apart from this site.</summary>
internal static class MailPage
{
    public static IResult Of(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.OfMail;
        return Results.Content(
            html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal),
            MediaTypeNames.Text.Html,
            Encoding.UTF8
        );
    }
}
