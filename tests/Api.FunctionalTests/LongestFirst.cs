using PartnershipTracker.Api.FunctionalTests.Dashboard;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PartnershipTracker.Api.FunctionalTests.LongestFirst", "PartnershipTracker.Api.FunctionalTests")]

namespace PartnershipTracker.Api.FunctionalTests;

/// <summary>
/// The classes that take minutes begin first, so that the last of them does not run alone while the other processor waits.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        DemoSite.Name,
        "EveryEndpointTests",
        "FuzzOnSqlite",
        "FuzzOnPostgreSql",
        "BackupCommandOnPostgreSql",
        "ReviewBrowserTests",
        "FirstRunBrowserTests",
        "PartnerBrowserTests",
        "LongWordTests",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection =>
            Array.FindIndex(Long, name => $".{collection.DisplayName}".EndsWith($".{name}", StringComparison.Ordinal)) is >= 0 and var place
                ? place
                : Long.Length
        );
}
