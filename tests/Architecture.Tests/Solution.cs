using System.Reflection;
using System.Resources;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Architecture.Tests;

/// <summary>The assemblies, texts and sources that these tests examine.</summary>
internal static class Solution
{
    public static readonly Assembly Domain = typeof(Entity).Assembly;
    public static readonly Assembly Application = typeof(ITrackerDb).Assembly;
    public static readonly Assembly Infrastructure = typeof(TrackerDb).Assembly;
    public static readonly Assembly Api = typeof(Program).Assembly;
    public static readonly Assembly[] All = [Domain, Application, Infrastructure, Api];

    public static readonly string Folder = Repository.Folder;

    public static ResourceManager Texts(string name) => new($"PartnershipTracker.Application.Texts.{name}", Application);

    public static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    public static IEnumerable<Type> Types(this Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t =>
                !t.Name.Contains('<', StringComparison.Ordinal)
                && t.Namespace?.StartsWith("PartnershipTracker", StringComparison.Ordinal) == true
            );

    /// <summary>Fails with the names of the offenders.</summary>
    public static void MustBeNone(this IEnumerable<string> offenders, string because)
    {
        var found = offenders.Distinct().Order(StringComparer.Ordinal).ToList();
        found.ShouldBeEmpty($"{because}{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
