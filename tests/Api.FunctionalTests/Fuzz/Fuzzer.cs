using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Writes one request: first a valid one, so that it passes the first checks, and then changes one or more places of it.</summary>
/// <param name="keys">API keys by role; an empty key is an anonymous caller.</param>
internal sealed class Fuzzer(Contract contract, Known known, IReadOnlyDictionary<string, string> keys, Dice dice)
{
    public const int GoodPercent = 30;
    private const string Boundary = "----tracker";

    private readonly Sample _sample = new(contract, known, dice);
    private readonly Evil _evil = new(dice);
    private readonly Mischief _mischief = new(dice);

    public Request Write(Operation operation)
    {
        var changes =
            dice.Percent(GoodPercent) ? 0
            : dice.Percent(70) ? 1
            : 2 + dice.Below(3);
        var places = Enumerable.Range(0, changes).Select(_ => Place(operation)).ToList();
        int Count(string place) => places.Count(p => p == place);

        var request = new Request(operation.Method, Target(operation, Count("path"), Count("query")));
        request.IsNoHttp = request.Target.Contains("%00", StringComparison.Ordinal) || request.Target.Length > 8000;
        request.Headers.Add(("Host", "localhost"));
        if (Key() is { Length: > 0 } key)
            request.Headers.Add(("X-Api-Key", key));
        WriteBody(request, operation, Count("body"));
        for (var i = 0; i < Count("bytes"); i++)
            _mischief.Bytes(request);
        for (var i = 0; i < Count("header"); i++)
            _mischief.Header(request, _evil);
        if (Count("method") > 0)
            request.Method = dice.Of(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO"]);
        return request;
    }

    private string Place(Operation operation) =>
        dice.Percent(3)
            ? "method"
            : dice.Of([
                "header",
                "header",
                "path",
                "query",
                .. operation.Body is null ? [] : Enumerable.Repeat("body", 6).Append("bytes").Append("bytes"),
                .. operation.Parameters.Any(p => p.In == "query") ? Enumerable.Repeat("query", 4) : [],
            ]);

    private string Key() =>
        dice.Below(100) switch
        {
            < 70 => keys["secretariat"],
            < 95 => dice.Of(keys.Values.ToList()),
            < 97 => "",
            _ => dice.Percent(15) ? "wrong" : keys["secretariat"],
        };

    private string Target(Operation operation, int inPath, int inQuery)
    {
        var path = known.Fill(operation.Path, dice) ?? operation.Path;
        foreach (var parameter in operation.Parameters.Where(p => p.In == "path"))
            path = path.Replace(
                "{" + parameter.Name + "}",
                Uri.EscapeDataString((string)_sample.Of(parameter.Schema, parameter.Name)!),
                StringComparison.Ordinal
            );
        for (var i = 0; i < inPath; i++)
        {
            var segments = path.Split('/');
            segments[3 + dice.Below(segments.Length - 3)] = dice.Below(4) switch
            {
                0 => dice.Guid().ToString(),
                1 => Guid.Empty.ToString(),
                2 => dice.Guid().ToString("B"),
                _ => _evil.Encoded(""),
            };
            path = string.Join('/', segments) + (dice.Percent(5) ? "/" : "");
        }

        var query = operation.Parameters.Where(p => p.In == "query" && dice.Percent(15)).Select(p => (p.Name, Value: Plain(p))).ToList();
        for (var i = 0; i < inQuery; i++)
        {
            var name =
                operation.Parameters.Where(p => p.In == "query").Select(p => p.Name).ToList() is { Count: > 0 } names && !dice.Percent(5)
                    ? dice.Of(names)
                    : "nobodyKnows";
            query.RemoveAll(q => q.Name == name && dice.Percent(70));
            query.Add((name, _evil.Encoded(name)));
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query.Select(q => $"{q.Name}={q.Value}"))}";
    }

    private string Plain(Parameter parameter) =>
        Uri.EscapeDataString(
                parameter.Name.Equals("cursor", StringComparison.OrdinalIgnoreCase)
                    ? ""
                    : Convert.ToString(_sample.Of(parameter.Schema, parameter.Name), CultureInfo.InvariantCulture)!
            )
            .Replace("%22", "", StringComparison.Ordinal);

    private void WriteBody(Request request, Operation operation, int changes)
    {
        if (operation.Body is not { } schema)
            return;
        if (operation.ContentType == "multipart/form-data")
        {
            request.Headers.Add(("Content-Type", $"multipart/form-data; boundary={Boundary}"));
            request.Body = Form(schema, changes);
            return;
        }

        var body = _sample.Of(schema) ?? new JsonObject();
        if (request.Method == "PATCH" && body is JsonObject patch)
            foreach (var member in patch.Select(m => m.Key).Where(_ => dice.Percent(50)).ToList())
                patch.Remove(member);
        for (var i = 0; i < changes; i++)
            body = Spoil(body);
        request.Headers.Add(("Content-Type", operation.ContentType!));
        request.Body = Encoding.UTF8.GetBytes(_evil.Write(body));
    }

    private byte[] Form(JsonObject schema, int changes)
    {
        var form = new MemoryStream();
        foreach (var (name, property) in contract.Resolve(schema).Schema["properties"]!.AsObject())
        {
            if (changes > 0 && dice.Percent(20))
                continue;
            var isFile = (string?)contract.Resolve(property!.AsObject()).Schema["format"] == "binary";
            var value =
                changes > 0 && dice.Percent(50) ? _evil.Text()
                : isFile ? "id,name,due\nA-1,Dhaka North,2027\n"
                : (string)_sample.Of(property.AsObject(), name)!;
            var fileName = changes > 0 && dice.Percent(40) ? _evil.Text().Replace("\"", "", StringComparison.Ordinal) : "pledges.csv";
            form.Write(
                Encoding.UTF8.GetBytes(
                    $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\""
                        + $"{(isFile ? $"; filename=\"{fileName}\"" : "")}\r\n\r\n{value}\r\n"
                )
            );
        }

        form.Write(Encoding.UTF8.GetBytes($"--{Boundary}--\r\n"));
        return form.ToArray();
    }

    /// <summary>Changes one place of a body to an invalid value.</summary>
    private JsonNode Spoil(JsonNode body)
    {
        var places = Places(body).ToList();
        if (places.Count == 0 || dice.Percent(3))
            return _evil.Json();
        var (parent, key) = dice.Of(places);
        if (parent is JsonArray list)
        {
            list[(int)key] = _evil.Json();
            return body;
        }

        var thing = parent.AsObject();
        switch (dice.Below(20))
        {
            case 0:
                thing.Remove((string)key);
                break;
            case 1:
                thing["nobodyKnows"] = _evil.Json();
                break;
            case 2:
                thing[((string)key).ToUpperInvariant()] = _evil.Json();
                break;
            case 3 when parent == body:
                return _evil.Twice(thing);
            case 4 or 5:
                thing[(string)key] = new JsonArray([.. Enumerable.Range(0, dice.Below(3)).Select(_ => _evil.Json())]);
                break;
            default:
                thing[(string)key] = _evil.Json();
                break;
        }

        return body;
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject thing => thing.SelectMany(m => Places(m.Value).Prepend((thing, m.Key))),
            JsonArray list => list.SelectMany((item, i) => Places(item).Prepend((list, i))),
            _ => [],
        };
}
