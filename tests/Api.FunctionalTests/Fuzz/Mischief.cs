using System.Text;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Changes the bytes and headers of a request.</summary>
internal sealed class Mischief(Dice dice)
{
    private static readonly string[] ContentTypes =
    [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"a\"",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "application/merge-patch+json",
        "application/",
        "json",
        ";;;",
        "*/*",
        "application/json, text/plain",
        "APPLICATION/JSON",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        (
            "If-Match",
            [
                "*",
                "",
                "\"1\"",
                "\"-1\"",
                "\"999999999999\"",
                "W/\"1\"",
                "\"1",
                "1",
                "\"\"",
                "\"1-20261120-en\", \"2-20261120-en\"",
                "\"\u00e9\"",
            ]
        ),
        ("If-None-Match", ["*", "\"", "W/\"1-20261120-en\"", "\"1\",", "garbage"]),
        ("Idempotency-Key", ["", "a b", "k", "\"", "same", "\u00e9"]),
        ("Accept", ["text/html", "application/xml", "*/*;q=abc", ",,,", "text/html;q=2, */*", "application/json;version=\"", "\u00e9"]),
        (
            "Accept-Language",
            [
                "xx",
                "ar",
                "zh-Hant-CN-x-private",
                "en;q=99",
                "*",
                "..",
                "en;q=",
                "fr, ar;q=0.5, nonsense-nonsense-nonsense",
                "i-default",
                "ar\u00e9",
            ]
        ),
        ("Origin", ["null", "https://evil.example", "::", "http://localhost"]),
        ("Sec-Fetch-Site", ["cross-site", "same-origin", "x"]),
        ("X-Forwarded-For", ["1.2.3.4", "x", "::1, 1.2.3.4:99999", "'"]),
        ("X-Forwarded-Proto", ["https", "gopher", "https, http"]),
        ("X-Forwarded-Host", ["evil.example", "["]),
        ("Range", ["bytes=0-", "bytes=-1", "bytes=5-1", "bytes=99999999999999999999-", "lines=1-2", "bytes=0-0,1-1"]),
        ("If-Modified-Since", ["yesterday", "Fri, 31 Dec 9999 23:59:59 GMT"]),
        ("If-Range", ["\"x\"", "x"]),
        ("Cookie", ["tracker.session=x", "=;;=", "__Host-session=%00; a", "culture=c=xx|uic=yy"]),
        ("X-Api-Key", ["", "second"]),
        ("traceparent", ["00-0-0-0", "x", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"]),
        ("Content-Encoding", ["gzip", "br", "identity", "x"]),
        ("Expect", ["100-continue", "x"]),
        ("Content-Language", ["x"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
    ];

    public void Bytes(Request request)
    {
        var body = request.Body ?? [];
        request.Body = dice.Below(12) switch
        {
            0 => [],
            1 => body[..dice.Below(body.Length + 1)],
            2 => [.. body[..(body.Length / 2)], 0xC3, 0x28, .. body[(body.Length / 2)..]],
            3 => Insert(body, [0xFF]),
            4 => Insert(body, [0x00]),
            5 => [0xEF, 0xBB, 0xBF, .. body],
            6 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            7 => [.. body, .. body],
            8 => "null"u8.ToArray(),
            9 => dice.Of(["[]", "{}", "\"x\"", "1", " ", "{", "[1,", "nul"]) is var text ? Encoding.UTF8.GetBytes(text) : [],
            10 => Insert(body, [0xED, 0xA0, 0x80]),
            _ => Retyped(request, body),
        };
    }

    public void Header(Request request, Evil evil)
    {
        var (name, values) = dice.Of(Headers);
        switch (dice.Below(20))
        {
            case 0:
                request.Headers.Add((name, new string('x', dice.Percent(70) ? 3000 : 60_000)));
                request.IsNoHttp = true;
                break;
            case 1:
                request.Headers.Add((name, Latin(evil.Text())));
                request.IsNoHttp = true;
                break;
            case 2:
                request.Headers.Add((name, dice.Of(values)));
                request.Headers.Add((name, dice.Of(values)));
                break;
            default:
                request.Headers.Add((name, dice.Of(values)));
                break;
        }

        // The server itself refuses headers that are not ASCII and unknown expectations.
        if (name == "Expect" || request.Headers.Any(h => h.Value.Any(c => c is < ' ' or > '~')))
            request.IsNoHttp = true;
    }

    private static string Latin(string text) =>
        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n", "", StringComparison.Ordinal);

    private byte[] Insert(byte[] body, byte[] bytes)
    {
        var at = dice.Below(body.Length + 1);
        return [.. body[..at], .. bytes, .. body[at..]];
    }

    private byte[] Retyped(Request request, byte[] body)
    {
        request.Headers.RemoveAll(h => h.Name == "Content-Type");
        if (!dice.Percent(15))
            request.Headers.Add(("Content-Type", dice.Of(ContentTypes)));
        return body;
    }
}
