using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Api.Dashboard.Charts;

/// <summary>The shapes of the countries of the world, made from Natural Earth by <c>tools/reference/build-map.py</c>.</summary>
internal sealed partial class WorldMap
{
    public const double DotRadius = 2;
    private const string Resource = "WorldMap.data.json";

    private WorldMap(string viewBox, IReadOnlyList<Shape> countries, string rest)
    {
        ViewBox = viewBox;
        Countries = countries;
        Rest = rest;
    }

    public static WorldMap Instance { get; } = Load();

    public string ViewBox { get; }

    public IReadOnlyList<Shape> Countries { get; }

    /// <summary>Land that has no country code.</summary>
    public string Rest { get; }

    /// <summary>Several shapes as one path.</summary>
    public static string Join(IEnumerable<string> paths) =>
        // A path that begins with a relative "m" begins at the end of the one before, so each start is made absolute.
        paths.Aggregate(new StringBuilder(), (all, path) => all.Append(Start().Replace(path, "M$1 $2l"))).ToString();

    private static WorldMap Load()
    {
        using var stream =
            typeof(WorldMap).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The map {Resource} is missing.");
        var data = JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web)!;
        return new WorldMap(data.ViewBox, data.Countries, data.Rest);
    }

    [GeneratedRegex(@"^m(-?\d+) ?(-?\d+) ?")]
    private static partial Regex Start();

    private sealed record Data(string ViewBox, IReadOnlyList<Shape> Countries, string Rest);
}
