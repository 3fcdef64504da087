using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>Makes a sentence of an event. Templates are text resources with the names of the event's facts: <c>{dueDate}</c>, <c>{outcome:ClosingOutcome}</c>.</summary>
internal static partial class Sentence
{
    public static string Of(string eventName, string by, JsonElement data)
    {
        var template = Texts.EventTemplate(TemplateOf(eventName, data));
        return Placeholder().Replace(template, match =>
        {
            var (name, type) = (match.Groups["name"].Value, match.Groups["type"].Value);
            return name == "by" ? by : data.TryGetProperty(name, out var value) ? Readable(value, type) : "";
        });
    }

    /// <summary>Some facts ask for a sentence of their own.</summary>
    private static string TemplateOf(string eventName, JsonElement data) => eventName switch
    {
        "progressReported" when Is(data, "reportsCompletion") => "progressReported.reportedComplete",
        "progressReported" when data.TryGetProperty("value", out _) => "progressReported.value",
        "flagRaised" or "flagCleared" when data.TryGetProperty("milestoneId", out _) => eventName + ".milestone",
        "flagRaised" or "flagCleared" when data.GetProperty("kind").GetString() is "offTrack" or "reportOverdue" or "reviewOverdue" => $"{eventName}.{data.GetProperty("kind").GetString()}",
        "commitmentAccepted" when data.TryGetProperty("reason", out _) => "commitmentAccepted.reason",
        "commitmentImported" when data.TryGetProperty("status", out _) => "commitmentImported.status",
        "commitmentAssessed" when data.TryGetProperty("before", out _) => "commitmentAssessed.before",
        "changeRequestSubmitted" or "changeRequestApproved" when !data.TryGetProperty("to", out _) => eventName + ".other",
        _ => eventName,
    };

    private static bool Is(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Readable(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.String when type.Length > 0 => Texts.FindWord(type, value.GetString()!) ?? value.GetString()!,
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Texts.Day(day),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString("#,0.######", CultureInfo.CurrentCulture),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(ChangeOf)),
        _ => "–",
    };

    /// <summary>What was not there before, or is no longer, was not kept.</summary>
    private static string ChangeOf(JsonElement change) => change.ValueKind != JsonValueKind.Object ? Readable(change, "") : Texts.Event(
        "change", change.GetProperty("field").GetString(), Side(change, "from"), Side(change, "to"));

    private static string Side(JsonElement change, string side) => Readable(change.TryGetProperty(side, out var value) ? value : default, "");

    [GeneratedRegex(@"\{(?<name>[a-zA-Z0-9]+)(:(?<type>[A-Za-z]+))?\}")]
    private static partial Regex Placeholder();
}
