using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Addresses of existing resources, read from the answers, so that requests reach them.</summary>
internal sealed partial class Known(IReadOnlyList<Operation> operations)
{
    private const int Remembered = 60;

    private readonly Dictionary<string, List<string>> _addresses = operations
        .Select(o => Anchor(o.Path))
        .OfType<string>()
        .Distinct()
        .ToDictionary(path => path, _ => new List<string>());

    /// <summary>The partnership and an organization of the newest data, so that a commitment of the one in the other is possible.</summary>
    public (Guid Partnership, Guid Organization) Home { get; set; }

    /// <returns>The address with existing ids, newer ones more often; null if none is known.</returns>
    public string? Fill(string path, Dice dice)
    {
        if (Anchor(path) is not { } anchor || _addresses[anchor] is not { Count: > 0 } known)
            return null;
        var newest = Math.Min(known.Count, dice.Percent(60) ? 4 : Remembered);
        return known[known.Count - 1 - dice.Below(newest)] + path[anchor.Length..];
    }

    /// <summary>An id from this list, e.g. <c>organizations</c>.</summary>
    public string? Id(string list, Dice dice) =>
        _addresses.FirstOrDefault(a =>
            a.Key.Contains($"/{list}/{{", StringComparison.OrdinalIgnoreCase) && a.Key.EndsWith('}') && a.Value.Count > 0
        )
            is { Value: { Count: > 0 } known }
            ? dice.Of(known).Split('/')[^1]
            : null;

    /// <summary>Stores the ids in an answer.</summary>
    public void Learn(string path, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return;
        if (answer.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
        {
            LearnAll(path, items);
            return;
        }

        var own =
            IdOf(answer) is { } id && !path.EndsWith(id, StringComparison.OrdinalIgnoreCase) && !Guids().IsMatch(path.Split('/')[^1])
                ? $"{path}/{id}"
                : path;
        Add(own);
        foreach (var member in answer.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
            LearnAll($"{own}/{member.Name}", member.Value);
    }

    /// <summary>The path up to its last id.</summary>
    private static string? Anchor(string path) =>
        path.LastIndexOf("d}", StringComparison.Ordinal) is > 0 and var end ? path[..(end + 2)] : null;

    private static string? IdOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        return item.TryGetProperty("id", out var id) || item.TryGetProperty("organizationId", out id) ? id.ToString() : null;
    }

    private void LearnAll(string path, JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (IdOf(item) is not { } id)
                continue;
            Add($"{path}/{id}");
            if (path.EndsWith("/evidence", StringComparison.Ordinal))
                Add($"/api/v1/evidence/{id}");
            if (item.TryGetProperty("evidence", out var evidence) && evidence.ValueKind == JsonValueKind.Array)
                LearnAll("/api/v1/evidence", evidence);
        }
    }

    private void Add(string address)
    {
        var segments = address.Split('/');
        foreach (var (path, known) in _addresses)
        {
            var pattern = path.Split('/');
            if (
                pattern.Length != segments.Length
                || !pattern.Zip(segments).All(p => p.First == p.Second || (p.First.StartsWith('{') && Guids().IsMatch(p.Second)))
            )
                continue;
            known.Remove(address);
            known.Add(address);
            if (known.Count > Remembered)
                known.RemoveAt(0);
        }
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-")]
    private static partial Regex Guids();
}
