using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Rules for every answer, whatever the request was.</summary>
internal static partial class Verdict
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <returns>What is wrong with the answer; null if nothing is.</returns>
    public static string? On(Request request, Reply reply)
    {
        if (reply.Status is < 200 or >= 500)
            return $"status {reply.Status}";
        if (reply.Status >= 400)
            return reply.Body.Length == 0 && (request.Method == "HEAD" || IsOfTheServer(request, reply)) ? null : OnProblem(reply);
        return reply.MediaType == "application/json" ? OnJson(reply) : null;
    }

    /// <summary>A request that is not HTTP does not reach the program; the server answers with an empty body.</summary>
    private static bool IsOfTheServer(Request request, Reply reply) => request.IsNoHttp && reply.Status is 400 or 414 or 417 or 431;

    private static string? OnProblem(Reply reply)
    {
        if (reply.MediaType != "application/problem+json")
            return $"status {reply.Status} is '{reply.MediaType}'";
        if (OnJson(reply) is { } wrong)
            return wrong;
        var problem = reply.Json;
        foreach (var member in new[] { "code", "title", "traceId" })
        {
            if (!problem.TryGetProperty(member, out var value) || string.IsNullOrWhiteSpace(value.GetString()))
                return $"a problem without {member}";
        }

        if (problem.GetProperty("status").GetInt32() != reply.Status)
            return "a problem with another status";
        return Insides().Match(reply.Text) is { Success: true } leak ? $"tells of its insides: {leak.Value}" : null;
    }

    private static string? OnJson(Reply reply)
    {
        try
        {
            _ = Strict.GetString(reply.Body);
            _ = reply.Json;
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return "JSON that cannot be read";
        }
    }

    /// <summary>Names of types, stack frames, files and SQL.</summary>
    [GeneratedRegex(
        """Exception\b|\bSystem\.[A-Z]|Microsoft\.|Npgsql|SQLite|PartnershipTracker\.[A-Z]|   at \w+|\.cs\b|/src/|/tmp/"""
            + """|\bSELECT \b|\bINSERT INTO\b|\bUPDATE ""|\bconstraint\b"""
    )]
    private static partial Regex Insides();
}
