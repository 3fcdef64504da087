using System.Globalization;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// The ETag of a single resource is its version and a hash of the answer, so that it changes exactly when the answer does: "overdue"
/// changes at midnight while the version does not. If-Match compares only the version; a tag in another format matches nothing.
/// </summary>
internal static class ETags
{
    private const int NoVersion = -1;

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
    /// <param name="version">Null for a resource without a version of its own: its tag matches no If-Match.</param>
    public static IResult Tagged<T>(this HttpContext http, T answer, int? version = null)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return new TaggedAnswer<T>(answer, version);
    }

    /// <summary>Answers 201 with the tag and the address.</summary>
    public static IResult CreatedTagged<T>(this HttpContext http, string location, T answer, int version) =>
        http.TaggedAt(StatusCodes.Status201Created, location, answer, version);

    /// <summary>Answers 202 with the tag and the address of what awaits a decision.</summary>
    public static IResult AcceptedTagged<T>(this HttpContext http, string location, T answer, int version) =>
        http.TaggedAt(StatusCodes.Status202Accepted, location, answer, version);

    private static TaggedAnswer<T> TaggedAt<T>(this HttpContext http, int status, string location, T answer, int version)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = location;
        return new TaggedAnswer<T>(answer, version);
    }
}
