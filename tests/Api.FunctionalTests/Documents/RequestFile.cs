using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Documents;

/// <summary>Sends the requests of an <c>.http</c> file in their order, as the HTTP clients of editors do.</summary>
internal sealed partial class RequestFile(string path, IReadOnlyDictionary<string, Func<string>> environment)
{
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, Answer> _answers = [];

    /// <param name="afterEach">Runs after each request, for example to deliver mail.</param>
    /// <returns>Each request with its answer.</returns>
    public async Task<IReadOnlyList<(string Request, Answer Answer)>> RunAsync(HttpClient client, Func<Task> afterEach)
    {
        var done = new List<(string, Answer)>();
        foreach (var part in Separator().Split(await File.ReadAllTextAsync(path)))
        {
            var lines = part.Split('\n').ToList();
            foreach (var variable in lines.Select(line => Variable().Match(line)).Where(match => match.Success))
                _variables[variable.Groups["name"].Value] = variable.Groups["value"].Value.Trim();
            var name = lines.Select(line => Name().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;
            var first = lines.FindIndex(line => Method().IsMatch(line));
            if (first < 0)
                continue;

            using var request = Request([.. lines.Skip(first)]);
            var answer = await client.Ask(request);
            done.Add((Fill(lines[first]), answer));
            if (name is not null)
                _answers[name] = answer;
            await afterEach();
        }

        return done;
    }

    private HttpRequestMessage Request(IReadOnlyList<string> lines)
    {
        var words = Fill(lines[0]).Split(' ', 2);
        var request = new HttpRequestMessage(new HttpMethod(words[0]), new Uri(words[1].Trim(), UriKind.Absolute).PathAndQuery);
        var headers = lines.Skip(1).TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Select(line => Fill(line).Split(": ", 2)).ToList();
        var body = Fill(string.Join('\n', lines.Skip(2 + headers.Count).Select(Included)).Trim('\n'));
        var type = headers.FirstOrDefault(header => header[0] == "Content-Type")?[1];
        if (type?.StartsWith("multipart", StringComparison.Ordinal) == true)
            body = body.ReplaceLineEndings("\r\n");
        if (type is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var header in headers.Where(header => header[0] != "Content-Type"))
            request.Headers.TryAddWithoutValidation(header[0], header[1]).ShouldBeTrue(header[0]);
        return request;
    }

    private string Included(string line) =>
        line.StartsWith("< ", StringComparison.Ordinal)
            ? File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, line[2..].Trim()))
            : line;

    private string Fill(string text) => Placeholder().Replace(text, match => Value(match.Groups["what"].Value));

    private string Value(string what)
    {
        if (what == "$guid")
            return Guid.NewGuid().ToString();
        if (environment.TryGetValue(what, out var value))
            return value();
        if (_variables.TryGetValue(what, out var variable))
            return Fill(variable);
        var words = what.Split('.', 4);
        _answers.ShouldContainKey(words[0], $"{path} does not say what {what} is.");
        var answer = _answers[words[0]];
        return words[2] == "headers" ? answer.Headers.GetValues(words[3]).Single() : Member(answer.Json, words[3]);
    }

    private static string Member(JsonElement json, string place)
    {
        foreach (Match step in Step().Matches(place))
            json = step.Groups["index"] is { Success: true } index
                ? json[int.Parse(index.Value, CultureInfo.InvariantCulture)]
                : json.GetProperty(step.Value);
        return json.ToString();
    }

    [GeneratedRegex("^###.*$", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^@(?<name>\w+)\s*=(?<value>.*)$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^# @name (?<name>\w+)")]
    private static partial Regex Name();

    [GeneratedRegex("^(GET|POST|PUT|PATCH|DELETE) ")]
    private static partial Regex Method();

    [GeneratedRegex(@"\{\{(?<what>[^{}]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\[(?<index>\d+)\]|[^.\[\]]+")]
    private static partial Regex Step();
}
