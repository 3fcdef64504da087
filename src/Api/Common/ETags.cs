using System.Globalization;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// ETags contain version, day and language, because "overdue" changes at midnight while the version does not. If-Match compares only the
/// version; a tag in another format matches nothing.
/// </summary>
internal static class ETags
{
    private const int NoVersion = -1;

    public static string Of(int version, TimeProvider time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"{version}-{time.GetUtcNow():yyyyMMdd}-{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\""
        );

    /// <returns>The version that the caller expects; null without If-Match or with "*".</returns>
    public static int? Expected(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag.Length == 0 || tag == "*")
            return null;
        return
            tag.StartsWith('"')
            && int.TryParse(tag[1..].Split('-')[0].TrimEnd('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : NoVersion;
    }

    /// <summary>Answers 200 with the tag, or 304 when the caller has it already.</summary>
    public static IResult Tagged<T>(this HttpContext http, T answer, int version)
    {
        var tag = Of(version, http.RequestServices.GetRequiredService<TimeProvider>());
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.IfNoneMatch.Contains(tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(answer);
    }

    /// <summary>Answers 202 with the tag and the address of what awaits a decision.</summary>
    public static IResult AcceptedTagged<T>(this HttpContext http, string location, T answer, int version)
    {
        http.Response.Headers.ETag = Of(version, http.RequestServices.GetRequiredService<TimeProvider>());
        return Results.Accepted(location, answer);
    }

    /// <summary>Answers 201 with the tag and the address.</summary>
    public static IResult CreatedTagged<T>(this HttpContext http, string location, T answer, int version)
    {
        http.Response.Headers.ETag = Of(version, http.RequestServices.GetRequiredService<TimeProvider>());
        return Results.Created(location, answer);
    }
}
