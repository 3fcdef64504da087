using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Finds the JSON at one position of a request's body, so that an error can show it. For this, small bodies stay in memory until they are
/// answered.
/// </summary>
internal static partial class ReceivedJson
{
    private const int MaxBytes = 64 * 1024;

    public static Task KeepBody(HttpContext http, RequestDelegate next)
    {
        if (http.Request is { ContentLength: <= MaxBytes } request && request.HasJsonContentType())
            request.EnableBuffering(MaxBytes);
        return next(http);
    }

    /// <param name="path">A path as in <see cref="JsonException.Path"/>: <c>$.milestones[0].dueDate</c>.</param>
    /// <returns>
    /// The JSON value at the position as it was sent; null if there is none, if it is an object or a list, which would fill the error, or
    /// if the body is not in memory.
    /// </returns>
    public static async Task<string?> AtAsync(HttpRequest request, string path)
    {
        if (!request.Body.CanSeek || request.Body.Length > MaxBytes)
            return null;
        request.Body.Position = 0;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return
                Part().Matches(path).Aggregate((JsonElement?)body.RootElement, Into)
                    is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } value
                ? value.GetRawText()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text in it is not UTF-8.
            return null;
        }
    }

    private static JsonElement? Into(JsonElement? at, Match part) =>
        at switch
        {
            { ValueKind: JsonValueKind.Array } list
                when part.Groups["index"] is { Success: true, Value: var text }
                    && int.Parse(text, CultureInfo.InvariantCulture) is var index
                    && index < list.GetArrayLength() => list[index],
            { ValueKind: JsonValueKind.Object } it => Member(it, part.Groups["name"].Value),
            _ => null,
        };

    /// <summary>Names are compared without regard to case, as in the binding of every body.</summary>
    private static JsonElement? Member(JsonElement it, string name) =>
        it.EnumerateObject()
            .Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(member => (JsonElement?)member.Value)
            .LastOrDefault();

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>[0-9]+)\]|\['(?<name>.*?)'\]")]
    private static partial Regex Part();
}
