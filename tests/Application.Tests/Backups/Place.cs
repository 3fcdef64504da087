using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Backups;

/// <summary>A database and a folder for files, with the services of the program but without a running one.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services;

    private Place(TestDatabase database)
    {
        Database = database;
        _settings = new()
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["ConnectionStrings:Tracker"] = database.ConnectionString,
            ["Storage:Folder"] = Files,
        };
        _services = Build();
    }

    public TestDatabase Database { get; }

    /// <summary>A folder of its own, in which nothing is.</summary>
    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;

    public string Files => Path.Combine(Folder, "files");

    public static async Task<Place> MakeAsync(DatabaseProvider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>A place where the program never ran.</summary>
    public static async Task<Place> MakeEmptyAsync(DatabaseProvider provider) => new(await TestDatabase.CreateEmptyAsync(provider));

    public void Set(params (string Setting, string Value)[] settings)
    {
        foreach (var (setting, value) in settings)
            _settings[setting] = value;
        Stop();
    }

    /// <summary>Writes a file as the program would, below the folder for files.</summary>
    public void Write(string name, string content)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public async Task<BackupSummary> BackUpAsync(string folder)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IBackups>().MakeAsync(folder, default);
    }

    public async Task<RestoreSummary> RestoreAsync(string folder, bool replace = false)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IBackups>().RestoreAsync(folder, replace, default);
    }

    /// <summary>What the start of the program does with the database.</summary>
    public async Task StartAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var start = scope.ServiceProvider.GetRequiredService<DatabaseStart>();
        await start.PrepareAsync(scope.ServiceProvider.GetRequiredService<TrackerDb>(), default);
    }

    /// <returns>The sentence with which the start ends.</returns>
    public async Task<string> RefusalAsync()
    {
        var sentence = (await Should.ThrowAsync<ConfigurationException>(StartAsync)).Message;
        sentence.ShouldNotContain("\n");
        return sentence;
    }

    /// <summary>Runs a query over the connections of the program.</summary>
    public async Task<T> Db<T>(Func<TrackerDb, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrackerDb>());
    }

    /// <summary>The end of the program, which gives the database free.</summary>
    public void Stop()
    {
        _services.Dispose();
        _services = Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddApplication()
            .AddInfrastructure(configuration)
            .BuildServiceProvider();
    }
}
