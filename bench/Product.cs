using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>The product without its web side, composed as it composes itself, on one database and a clock we set.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Product(Store store, DateTimeOffset now)
    {
        Clock = new Clock { Now = now };
        FilesFolder = Path.Combine(store.Arguments.Folder, "files");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = store.Arguments.Provider.ToString(),
            ["ConnectionStrings:Tracker"] = store.ConnectionString,
            ["Jobs:Enabled"] = "false",
            ["Storage:Folder"] = FilesFolder,
            ["Mail:PickupFolder"] = Path.Combine(store.Arguments.Folder, "mail"),
        }).Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddApplication().AddInfrastructure(configuration)
            .BuildServiceProvider();
    }

    public Clock Clock { get; }

    public string FilesFolder { get; }

    /// <summary>As a request does it: a scope of its own, as the secretariat.</summary>
    public async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> Db<T>(Func<TrackerDb, Task<T>> ask)
    {
        await using var scope = Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrackerDb>());
    }

    public Task MigrateAsync() => Db(async db =>
    {
        await Database.MigrateAsync(db, default);
        return true;
    });

    public AsyncServiceScope Scope()
    {
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        return scope;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
