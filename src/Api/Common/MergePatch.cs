using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// JSON merge patch (RFC 7396): members that are given replace the current ones, null removes a member, objects are merged, lists are
/// replaced as a whole.
/// </summary>
internal static class MergePatch
{
    public const string ContentType = "application/merge-patch+json";

    /// <exception cref="DomainException">The patch is not an object (400).</exception>
    /// <exception cref="MalformedRequestException">The result is invalid: a member has another type, a required member is removed or a
    /// member is unknown.</exception>
    /// <exception cref="BadHttpRequestException">The patch names a member twice or contains an unpaired surrogate.</exception>
    public static T Apply<T>(T target, JsonElement patch, JsonSerializerOptions options)
        where T : notnull
    {
        if (patch.ValueKind != JsonValueKind.Object)
            throw new DomainException(RefusalKind.Malformed, "request.patch");
        try
        {
            var merged = JsonSerializer.SerializeToElement(
                Merge(JsonSerializer.SerializeToNode(target, options), JsonObject.Create(patch)),
                options
            );
            return JsonMismatch.Find(merged, typeof(T), options) is { Count: > 0 } wrong
                ? throw new MalformedRequestException(wrong)
                : merged.Deserialize<T>(options)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new BadHttpRequestException("The patch does not fit.", e);
        }
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var merged = target as JsonObject ?? [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = Merge(merged[name], value);
        }

        return merged;
    }
}
