namespace PartnershipTracker.Bench;

/// <summary>The whole program in this process, without its jobs and its rate limit. Its clock stands still until it is set.</summary>
/// <param name="sql">Records the SQL commands where they are counted; nothing that is timed should have it.</param>
internal sealed class Product(BenchDatabase database, DateTimeOffset now, SqlLog? sql = null) : WebApplicationFactory<Program>
{
    public FixedClock Clock { get; } = new(now);

    /// <summary>Sends a request without HTTP, as the secretariat and in a scope of its own.</summary>
    /// <param name="actor">Whom the history names; the system where nothing is given.</param>
    public async Task<T> Send<T>(IRequest<T> request, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Provider", database.Options.Provider.ToString());
        builder.UseSetting("ConnectionStrings:Tracker", database.ConnectionString);
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("RateLimit:PerMinute", "1000000");
        builder.UseSetting("Storage:Folder", Path.Combine(database.Options.Folder, "files"));
        builder.UseSetting("Mail:PickupFolder", Path.Combine(database.Options.Folder, "mail"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (sql is null)
                return;
            if (database.IsSqlite)
                services.ConfigureDbContext<SqliteTrackerDb>(options => options.AddInterceptors(sql));
            else
                services.ConfigureDbContext<PostgreSqlTrackerDb>(options => options.AddInterceptors(sql));
        });
    }
}

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
