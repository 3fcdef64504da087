using System.Collections;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Describes how a value of a request must be written and what was received instead, because the framework's messages name only types.
/// </summary>
internal static partial class ExpectedValue
{
    private const int MaxReceivedLength = 100;

    private static readonly Assembly[] Ours = [typeof(Entity).Assembly, typeof(ITrackerDb).Assembly, typeof(Program).Assembly];

    /// <summary>Types of parameters, by their names in the framework's messages.</summary>
    private static readonly FrozenDictionary<string, Type> Parameters = new Dictionary<string, Type>
    {
        ["int"] = typeof(int),
        ["bool"] = typeof(bool),
        ["string"] = typeof(string),
    }.Concat(new[] { typeof(DateOnly), typeof(DateTimeOffset), typeof(Guid), typeof(int), typeof(bool), typeof(string) }
            .Concat(Ours.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsEnum: true, IsVisible: true }))
            .Select(type => KeyValuePair.Create(type.Name, type)))
        .ToFrozenDictionary();

    /// <param name="received">The JSON as it was sent, with its quotation marks; null if unknown.</param>
    public static string OfJson(JsonException json, string? received)
    {
        if (NotConverted().Match(json.Message) is not { Success: true } match) return Texts.Error("request.json", json.LineNumber + 1);
        var type = TypeAt(json.Path ?? "", match.Groups["type"].Value);
        var isQuoted = received is ['"', ..] && KindOf(type) is ("number" or "whole" or "yesNo");
        return Format.Sentences(Expected(type), isQuoted ? Texts.Error("value.noQuotes") : null, received is null ? null : Texts.Error("value.received", Shown(received)));
    }

    /// <summary>For a value in the path or the query string.</summary>
    /// <param name="type">The name in a message of the framework: <c>DateOnly</c>, <c>Nullable&lt;DateOnly&gt;</c> or <c>int?</c>.</param>
    public static string OfParameter(string type, string received) => Parameters.GetValueOrDefault(Innermost(type)) switch
    {
        null => Texts.Error("request.value", Shown(received)),
        var known when known == typeof(string) => Texts.Error("form.controlCharacters"),
        var known => Format.Sentences(Expected(known), Texts.Error("value.received", Shown(received))),
    };

    /// <summary>The message names the type of the value, or the type that contains it as a member.</summary>
    private static Type? TypeAt(string path, string name)
    {
        var isItem = path.EndsWith(']');
        var isList = name.Contains("System.Collections", StringComparison.Ordinal);
        if (isList && !isItem) return typeof(IEnumerable);
        var type = Type.GetType(Innermost(name)) ?? Ours.Select(assembly => assembly.GetType(Innermost(name))).FirstOrDefault(found => found is not null);
        var member = type?.Assembly is { } assembly && Ours.Contains(assembly) && MemberName().Match(path) is { Success: true } last
            ? type.GetProperty(last.Groups["name"].Value, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType
            : null;
        return member is { IsGenericType: true } list && isItem ? list.GetGenericArguments()[0] : member ?? type;
    }

    private static string Expected(Type? type) => KindOf(type) is var kind && kind == "oneOf"
        ? Texts.Error("value.oneOf", Format.List(Enum.GetNames(Plain(type!)).Select(JsonNamingPolicy.CamelCase.ConvertName)))
        : Texts.Error($"value.{kind}");

    private static string KindOf(Type? type) => type is null ? "object" : Plain(type) switch
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

    /// <summary><c>System.DateOnly</c> of <c>System.Nullable`1[System.DateOnly]</c>.</summary>
    private static string Innermost(string name) => InnermostName().Match(name).Value;

    private static string Shown(string received) => TextRules.Shown(string.Concat(received.Where(c => !char.IsControl(c))), MaxReceivedLength);

    [GeneratedRegex(@"could not be converted to (?<type>.+?)\. Path:")]
    private static partial Regex NotConverted();

    [GeneratedRegex(@"[\w.+]+(?=[\]>?]*$)")]
    private static partial Regex InnermostName();

    [GeneratedRegex(@"\.(?<name>\w+)(\[[0-9]+\])?$")]
    private static partial Regex MemberName();
}
