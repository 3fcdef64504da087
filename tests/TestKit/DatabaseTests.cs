using PartnershipTracker.Infrastructure.Persistence;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PartnershipTracker.TestKit;

/// <summary>
/// A fact of an abstract test class that runs on both databases: the class has two sealed children, <c>…OnSqlite</c> and
/// <c>…OnPostgreSql</c>. Where there is no PostgreSQL, the tests of the second one are reported as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("PartnershipTracker.TestKit.DatabaseTestDiscoverer", "PartnershipTracker.TestKit")]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>As <see cref="DatabaseFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("PartnershipTracker.TestKit.DatabaseTestDiscoverer", "PartnershipTracker.TestKit")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;

public sealed class DatabaseTestDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer _facts = new(diagnostics);
    private readonly TheoryDiscoverer _theories = new(diagnostics);

    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute
    )
    {
        var isPostgreSql = testMethod.TestClass.Class.Name.EndsWith("OnPostgreSql", StringComparison.Ordinal);
        if (isPostgreSql && PostgreSql.SkipReason is { } reason)
            return
            [
                new XunitSkippedDataRowTestCase(
                    diagnostics,
                    discoveryOptions.MethodDisplayOrDefault(),
                    discoveryOptions.MethodDisplayOptionsOrDefault(),
                    testMethod,
                    reason
                ),
            ];
        return testMethod.Method.GetCustomAttributes(typeof(DatabaseTheoryAttribute)).Any()
            ? _theories.Discover(discoveryOptions, testMethod, factAttribute)
            : _facts.Discover(discoveryOptions, testMethod, factAttribute);
    }
}

/// <summary>The tests of one class share one running program and its database, as xunit's class fixture.</summary>
/// <param name="settings">Configuration in addition to the usual one.</param>
public abstract class HostFixture(DatabaseProvider provider, IReadOnlyDictionary<string, string>? settings = null) : IAsyncLifetime
{
    private TrackerHost? _host;

    public DatabaseProvider Provider { get; } = provider;

    public TrackerHost Host => _host ?? throw new InvalidOperationException("The host has not been started.");

    // Xunit creates the fixture even where all tests are skipped.
    public async Task InitializeAsync() =>
        _host =
            Provider == DatabaseProvider.PostgreSql && PostgreSql.SkipReason is not null
                ? null
                : await TrackerHost.StartAsync(Provider, settings ?? new Dictionary<string, string>());

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }
}

public sealed class OnSqlite() : HostFixture(DatabaseProvider.Sqlite);

public sealed class OnPostgreSql() : HostFixture(DatabaseProvider.PostgreSql);
