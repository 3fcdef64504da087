using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>The demonstration with the real sample, listening on a real port.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public const string Name = "The demonstration";

    private TrackerHost? _host;
    private string _commitment = "",
        _whole = "",
        _import = "";

    public TrackerHost Host => _host!;

    public HttpClient Anonymous { get; private set; } = null!;

    public HttpClient Secretariat { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Demo:Enabled"] = "true" },
            onKestrel: true
        );
        Anonymous = _host.Client(null);
        Secretariat = _host.Client();
        _whole = (await WholeCommitment.MakeAsync(_host)).Value.ToString();
        _import = (await Imports.ForeignFile.CheckedAsync(_host)).ToString();
        _commitment = (await _host.Send(new ListCommitments { Overdue = true, Limit = 1 })).Items[0].Id.ToString();
    }

    /// <summary>Opens a page as a browser does, without signing in.</summary>
    public async Task<Answer> Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(path));
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        return await Anonymous.Ask(request);
    }

    /// <summary>
    /// Fills in the id of an overdue commitment, of one with everything a commitment can have, which only signed-in callers may see, or of
    /// an import that was checked.
    /// </summary>
    public string Path(string path) =>
        path.Replace("{id}", _commitment, StringComparison.Ordinal)
            .Replace("{whole}", _whole, StringComparison.Ordinal)
            .Replace("{import}", _import, StringComparison.Ordinal);

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }
}

/// <summary>One site for all tests of the collection.</summary>
[CollectionDefinition(DemoSite.Name)]
public sealed class OneDemoSite : ICollectionFixture<DemoSite>;
