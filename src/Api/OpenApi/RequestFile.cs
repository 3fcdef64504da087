using System.Text.RegularExpressions;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>
/// A request of <c>requests/*.http</c>. People try these by hand, the OpenAPI document shows them as examples, and tests compare the two.
/// </summary>
/// <param name="Path">Without the query string; variables are written as <c>{{…}}</c>.</param>
internal sealed partial record RequestFile(string Title, string Method, string Path, string? ContentType, string Body)
{
    public static readonly IReadOnlyList<RequestFile> All =
        [.. typeof(RequestFile).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".http", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <param name="template">A path of the document, e.g. <c>/api/v1/commitments/{id}</c>.</param>
    public bool IsFor(HttpMethod method, string template) =>
        Method == method.Method && Regex.IsMatch(Path, "^" + Member().Replace(Regex.Escape(template), _ => @"(\{\{[^/]+\}\}|[^/{}]+)") + "$");

    private static IEnumerable<RequestFile> Read(string resource)
    {
        using var reader = new StreamReader(typeof(RequestFile).Assembly.GetManifestResourceStream(resource)!);
        var title = "";
        foreach (var lines in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n###").Skip(1).Select(request => request.Split('\n')))
        {
            title = lines[0].Trim() is { Length: > 0 } own ? own : title;
            var head = lines.Skip(1).SkipWhile(line => !RequestLine().IsMatch(line)).TakeWhile(line => line.Length > 0).ToList();
            if (head.Count == 0) continue;
            var line = RequestLine().Match(head[0]);
            var type = head.FirstOrDefault(h => h.StartsWith("Content-Type:", StringComparison.Ordinal))?["Content-Type:".Length..].Trim();
            var body = string.Join('\n', lines.SkipWhile(l => l != head[0]).Skip(head.Count)).Trim();
            yield return new RequestFile(title, line.Groups["method"].Value, line.Groups["path"].Value.Replace("{{api}}", "/api/v1", StringComparison.Ordinal), type, body);
        }
    }

    [GeneratedRegex(@"^(?<method>GET|POST|PUT|PATCH|DELETE) (?<path>[^?\s]+)")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"\\\{[^}]+\}")]
    private static partial Regex Member();
}
