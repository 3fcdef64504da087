using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>Says how a value of a request must be written, and what was received instead. The framework's messages name only the type.</summary>
internal static partial class ExpectedValue
{
    private const int MaxReceivedLength = 100;

    /// <summary>By name, because the framework's messages hold names. Enums of the same name do not exist.</summary>
    private static readonly FrozenDictionary<string, Type> Enums = new[] { typeof(Entity).Assembly, typeof(ITrackerDb).Assembly, typeof(Program).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsEnum: true, IsVisible: true }).ToFrozenDictionary(type => type.Name);

    /// <summary>For a value of JSON.</summary>
    /// <param name="type">As a message of the framework names it: <c>System.DateOnly</c> or <c>System.Nullable`1[System.DateOnly]</c>.</param>
    /// <param name="received">As it was sent, with its quotation marks; null where it is not known.</param>
    public static string OfJson(string type, string? received)
    {
        var isQuoted = received is ['"', ..] && KindOf(type) is ("number" or "whole" or "yesNo");
        return Format.Sentences(Expected(type), isQuoted ? Texts.Error("value.noQuotes") : null, received is null ? null : Texts.Error("value.received", Shown(received)));
    }

    /// <summary>For a value in the path or the query string.</summary>
    /// <param name="type">As a message of the framework names it: <c>DateOnly</c>, <c>Nullable&lt;DateOnly&gt;</c> or <c>int?</c>.</param>
    public static string OfParameter(string type, string received) => KindOf(type) switch
    {
        "text" => Texts.Error("form.controlCharacters"),
        "list" or "object" => Texts.Error("request.value", Shown(received)),
        _ => Format.Sentences(Expected(type), Texts.Error("value.received", Shown(received))),
    };

    /// <returns>The type that a value of JSON could not be read as; null where the JSON itself is not valid.</returns>
    public static string? TypeIn(JsonException json) => NotConverted().Match(json.Message) is { Success: true } match ? match.Groups["type"].Value : null;

    private static string Expected(string type) => KindOf(type) is var kind && kind == "oneOf"
        ? Texts.Error("value.oneOf", Format.List(Enum.GetNames(Enums[SimpleName(type)]).Select(JsonNamingPolicy.CamelCase.ConvertName)))
        : Texts.Error($"value.{kind}");

    private static string KindOf(string type) => SimpleName(type) switch
    {
        _ when type.Contains("Collections", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal) => "list",
        nameof(DateOnly) => "date",
        nameof(DateTimeOffset) or nameof(DateTime) => "instant",
        nameof(Guid) => "id",
        nameof(Int32) or nameof(Int64) or "int" or "long" => "whole",
        nameof(Decimal) or nameof(Double) or "decimal" or "double" => "number",
        nameof(Boolean) or "bool" => "yesNo",
        nameof(String) or "string" => "text",
        var name when Enums.ContainsKey(name) => "oneOf",
        _ => "object",
    };

    private static string SimpleName(string type) => Name().Matches(type) is [.., var last] ? last.Value : type;

    private static string Shown(string received) => TextRules.Shown(string.Concat(received.Where(c => !char.IsControl(c))), MaxReceivedLength);

    [GeneratedRegex(@"could not be converted to (?<type>.+?)\. Path:")]
    private static partial Regex NotConverted();

    [GeneratedRegex(@"\w+(?=[\]>?]*$)")]
    private static partial Regex Name();
}
