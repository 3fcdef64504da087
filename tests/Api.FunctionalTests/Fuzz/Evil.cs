using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Invalid and unusual values.</summary>
internal sealed class Evil(Dice dice)
{
    private const string Mark = "@raw:";
    private const int Many = 5000;

    private static readonly string[] Texts =
    [
        "",
        " ",
        "null",
        "0",
        "-1",
        "true",
        "A\0B",
        "\0",
        "line\r\nbreak",
        "\u001b[31m",
        "\u202e\u200f\ufeff",
        "\ufffe\uffff",
        "👩‍👩‍👧‍👦",
        "%",
        "_%_",
        "'; DROP TABLE x; --",
        "<script>",
        "{{7*7}}",
        "../../x",
        "=1+1",
        "1,2",
        "a,b,c",
        "Ａ",
        "İ",
        "e\u0301",
        "00000000-0000-0000-0000-000000000000",
        "{0}",
        "{title}",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "-0001-01-01",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.9999999-14:00",
        "2026-11-20T25:00:00Z",
        "99999999999",
        "-99999999999",
        "2147483648",
        "9223372036854775808",
        "1e400",
        "NaN",
        "Infinity",
        "-0",
        "0.0000000000000000000000000001",
        "79228162514264337593543950336",
        "http://",
        "https://[::1",
        "javascript:1",
        "https://127.0.0.1/",
        "file:///x",
        "a@b",
        "\"a b\"@example.org",
        "x@" + "y.",
        "Asia/Nowhere",
        "Etc/GMT+99",
        "XX",
        "99.99",
        "17",
        "en-US-x-long",
        "*",
        "?",
    ];

    private static readonly string[] Tokens =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "99",
        "1.5",
        "-0.0",
        "1e400",
        "-1e308",
        "1E-400",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "99999999999999999999999999",
        "79228162514264337593543950336",
        "79228162514264337593543950335",
        "-79228162514264337593543950335",
        "1000000000000000000",
        "999999999999999999.999999",
        "9999999999999999999",
        "0.0000000000000000000000000001",
        "0.0000001",
        "{}",
        "[]",
        "[null]",
        "[[]]",
        "[{}]",
        "[null,null]",
        "{\"\":1}",
        "{\"a\":{\"b\":[]}}",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"a\\u0000b\"",
        "\"\\u0000\"",
        "\"\\uffff\"",
        "NaN",
        "01",
        ".5",
        "'x'",
        "undefined",
        "\"unclosed",
        "/**/1",
        "{\"$ref\":\"#\"}",
        "{\"$type\":\"System.Object\"}",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"9999-12-30\"",
        "\"0001-01-02\"",
        "\"2026-02-30\"",
        "\"10000-01-01\"",
        "\"2026-11-20T00:00:00Z\"",
    ];

    private static readonly string[] Cursors =
    [
        "[]",
        "null",
        "1",
        "{}",
        "{\"Key\":null,\"Seq\":1}",
        "{\"Key\":1,\"Seq\":1}",
        "{\"Key\":\"x\",\"Seq\":1}",
        "{\"Key\":{},\"Seq\":-1}",
        "{\"Key\":[],\"Seq\":0}",
        "{\"Key\":\"9999-12-31\",\"Seq\":9223372036854775807}",
        "{\"Key\":\"0001-01-01\",\"Seq\":-9223372036854775808}",
        "{\"Key\":\"a\\u0000\",\"Seq\":1}",
        "{\"Key\":\"\\ud800\",\"Seq\":1}",
        "{\"Key\":9223372036854775807,\"Seq\":99999999999999999999}",
        "{\"Key\":\"9999-12-31T23:59:59-14:00\",\"Seq\":1}",
        "{\"Key\":\"0001-01-01T00:00:00+14:00\",\"Seq\":1}",
        "{\"Key\":1,\"Key\":2,\"Seq\":1,\"Seq\":\"x\"}",
    ];

    private readonly List<string> _raw = [];

    public string Text() =>
        dice.Below(40) switch
        {
            0 => new string('x', 10_000),
            1 => new string('健', 400),
            2 => string.Concat(Enumerable.Repeat("e\u0301", 300)),
            3 => dice.Guid().ToString(),
            _ => dice.Of(Texts),
        };

    /// <summary>Any JSON, or text that is not JSON.</summary>
    public JsonNode Json() =>
        dice.Below(30) switch
        {
            0 => Raw(Nested('[', ']', dice.Percent(50) ? 60 : 3000)),
            1 => Raw(Nested("{\"a\":", "}", dice.Percent(50) ? 60 : 3000)),
            2 => Raw($"[{string.Join(',', Enumerable.Repeat(dice.Of(Tokens), Many))}]"),
            3 => Raw($"\"{new string('x', 900_000)}\""),
            4 => Raw(new string('9', dice.Percent(50) ? 40 : 5000)),
            < 16 => JsonValue.Create(Text()),
            _ => Raw(dice.Of(Tokens)),
        };

    /// <summary>A value for the path or query string, possibly with bytes that are not UTF-8.</summary>
    public string Encoded(string name) =>
        name.Equals("cursor", StringComparison.OrdinalIgnoreCase) && dice.Percent(70)
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(dice.Of(Cursors))).TrimEnd('=').Replace('+', '-').Replace('/', '_')
            : dice.Below(12) switch
            {
                0 => "%00",
                1 => "%FF%FE",
                2 => "%C3%28",
                3 => "%ED%A0%80",
                4 => "%u0041",
                5 => "a%00b",
                6 => "+",
                _ => Uri.EscapeDataString(Text()),
            };

    /// <summary>The object with one of its members twice.</summary>
    public JsonNode Twice(JsonObject member) =>
        member.Count == 0
            ? Raw("{\"a\":1,\"a\":2}")
            : Raw("{" + $"\"{dice.Of(member.Select(m => m.Key).ToList())}\":{Write(Json())}," + Write(member)[1..]);

    public JsonNode Raw(string token)
    {
        _raw.Add(token);
        return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{Mark}{_raw.Count - 1}@"));
    }

    /// <summary>The JSON with invalid parts inserted as they are.</summary>
    public string Write(JsonNode? json)
    {
        var text = json?.ToJsonString() ?? "null";
        for (var i = _raw.Count - 1; i >= 0; i--)
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"\"{Mark}{i}@\""), _raw[i], StringComparison.Ordinal);
        return text;
    }

    private static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);

    private static string Nested(string open, string close, int depth) =>
        $"{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";
}
