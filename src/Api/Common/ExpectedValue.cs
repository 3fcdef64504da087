using System.Collections;
using System.Globalization;
using System.Text.Json;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Describes how a value of a request must be written and what was received instead, because the framework's messages name only types.
/// </summary>
internal static class ExpectedValue
{
    private const int MaxReceivedLength = 100;

    /// <param name="received">The value as it was sent; an object or a list is not shown, because it would fill the sentence.</param>
    public static string OfJson(Type type, JsonElement received)
    {
        var isQuoted = received.ValueKind == JsonValueKind.String && KindOf(type) is "number" or "whole" or "yesNo";
        return Format.Sentences(
            Expected(type),
            isQuoted ? Texts.Error("value.noQuotes") : null,
            received.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? null
                : Texts.Error("value.received", Shown(received.GetRawText()))
        );
    }

    /// <summary>For a value in the path or the query string.</summary>
    public static string OfParameter(Type type, string received) =>
        Format.Sentences(Expected(type), Texts.Error("value.received", Shown(received)));

    /// <summary>
    /// Whether a value in the path or the query string can be read. Enum values are written as in JSON, and dates as everywhere
    /// (<c>yyyy-MM-dd</c>), while the framework accepts numbers for enum values and dates in many forms.
    /// </summary>
    public static bool CanRead(Type type, string text) =>
        KindOf(type) switch
        {
            "oneOf" => NameOf(Plain(type), text) is not null,
            "date" => DateRules.TryRead(text, out _),
            "instant" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "id" => Guid.TryParse(text, out _),
            "whole" => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "yesNo" => bool.TryParse(text, out _),
            _ => true,
        };

    /// <returns>The name in C# of an enum value that is written as in JSON; null if there is none.</returns>
    public static string? NameOf(Type type, string word) =>
        Enum.GetNames(type).FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static string Expected(Type type) =>
        KindOf(type) is var kind && kind == "oneOf"
            ? Texts.Error("value.oneOf", Format.List(Enum.GetNames(Plain(type)).Select(JsonNamingPolicy.CamelCase.ConvertName)))
            : Texts.Error($"value.{kind}");

    private static string KindOf(Type type) =>
        Plain(type) switch
        {
            { IsEnum: true } => "oneOf",
            var t when t == typeof(DateOnly) => "date",
            var t when t == typeof(DateTimeOffset) => "instant",
            var t when t == typeof(Guid) => "id",
            var t when t == typeof(int) || t == typeof(long) => "whole",
            var t when t == typeof(decimal) || t == typeof(double) => "number",
            var t when t == typeof(bool) => "yesNo",
            var t when t == typeof(string) => "text",
            var t when t.IsAssignableTo(typeof(IEnumerable)) => "list",
            _ => "object",
        };

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Shown(string received) =>
        TextRules.Shown(string.Concat(received.Where(c => !char.IsControl(c))), MaxReceivedLength);
}
