using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Api.Demo;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.TestKit;

/// <summary>
/// The whole program, running in this process with a database and a clock of its own. Its methods act as the secretariat, through the same
/// use cases as all callers.
/// </summary>
public sealed class TrackerHost : IAsyncDisposable
{
    /// <summary>The bootstrap key, which has the role secretariat.</summary>
    public const string BootstrapKey = "bootstrap-key-of-the-tests";

    private readonly TestDatabase _database;
    private readonly Func<Factory> _start;
    private Factory _factory;

    private TrackerHost(
        TestDatabase database,
        IReadOnlyDictionary<string, string> settings,
        Action<IServiceCollection>? configure,
        bool onKestrel
    )
    {
        _database = database;
        Folder = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"))).FullName;
        _start = () =>
        {
            var factory = new Factory(this, settings, configure);
            if (onKestrel)
                factory.UseKestrel(0);
            return factory;
        };
        _factory = _start();
    }

    public TestClock Clock { get; } = new();

    /// <summary>Every SQL command that was sent, for tests that count them.</summary>
    public SqlLog Sql { get; } = new();

    /// <summary>What was logged as an error, for tests that expect none.</summary>
    public ErrorLog Errors { get; } = new();

    /// <summary>The commands that were requested to run as soon as possible.</summary>
    public WakeUpLog WakeUps { get; } = new();

    public DatabaseProvider Provider => _database.Provider;

    public string ConnectionString => _database.ConnectionString;

    public string Folder { get; }

    public string MailFolder => Path.Combine(Folder, "mail");

    public IServiceProvider Services => _factory.Services;

    public static Task<TrackerHost> StartAsync(DatabaseProvider provider) => StartAsync(provider, new Dictionary<string, string>());

    /// <param name="settings">Configuration in addition to the usual one, e.g. <c>Demo:Enabled</c>.</param>
    /// <param name="onKestrel">Whether it listens on a real port, for a browser; see <see cref="Address"/>.</param>
    public static async Task<TrackerHost> StartAsync(
        DatabaseProvider provider,
        IReadOnlyDictionary<string, string> settings,
        Action<IServiceCollection>? configure = null,
        bool onKestrel = false
    )
    {
        var host = new TrackerHost(await TestDatabase.CreateAsync(provider), settings, configure, onKestrel);
        if (onKestrel)
            host._factory.StartServer();
        else
            _ = host._factory.Server;
        return host;
    }

    /// <summary>Stops the program and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await _factory.DisposeAsync();
        _factory = _start();
        _ = _factory.Server;
    }

    public Uri Address => _factory.ClientOptions.BaseAddress;

    /// <summary>A client with this API key; anonymous without one.</summary>
    public HttpClient Client(string? key = BootstrapKey)
    {
        var client = _factory.CreateClient(
            new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = _factory.ClientOptions.BaseAddress }
        );
        if (key is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>Sends a request as the secretariat.</summary>
    public Task<T> Send<T>(IRequest<T> request, CancellationToken ct = default) => SendAs(Role.Secretariat, null, request, ct);

    /// <summary>Sends a request as a caller with this role and organization; a null role is an anonymous caller.</summary>
    public async Task<T> SendAs<T>(Role? role, OrganizationId? organization, IRequest<T> request, CancellationToken ct = default)
    {
        await using var scope = Services.CreateAsyncScope();
        if (role is { } r)
            scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(Actor.System, r, organization);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    /// <summary>Runs a query on the database.</summary>
    public async Task<T> Db<T>(Func<TrackerDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrackerDb>());
    }

    /// <summary>An organization with one contact.</summary>
    public async Task<OrganizationId> Organization(string name, string type = "22", string country = "BD", string timeZone = "Asia/Dhaka")
    {
        var id = await Send(new RegisterOrganization(name, type, country, timeZone));
        await Send(new AddContact(id, "Focal point", "focal@example.org", ContactRole.FocalPoint));
        return id;
    }

    /// <summary>An API key of an organization, for <see cref="Client"/>.</summary>
    public async Task<string> Key(OrganizationId organization, string role) =>
        (await Send(new IssueApiKey(organization, role, Enum.Parse<Role>(role, ignoreCase: true)))).Key;

    public async Task<PartnershipId> ActivePartnership(params OrganizationId[] members) =>
        await ActivePartnership("Healthy communities", members);

    public async Task<PartnershipId> ActivePartnership(string name, params OrganizationId[] members)
    {
        var id = await Send(new ProposePartnership(name, TestClock.Day("2024-01-01"), CountryCodes: ["BD"], SdgTargets: ["17.16"]));
        foreach (var (member, i) in members.Select((member, i) => (member, i)))
            await Send(new AddMember(id, member, i == 0 ? MemberRole.Lead : MemberRole.Implementing));
        await Send(new ActivatePartnership(id));
        return id;
    }

    public Task<CommitmentId> Draft(
        PartnershipId partnership,
        OrganizationId organization,
        string due,
        string title = "Screen 5,000 people",
        params string[] milestones
    ) =>
        Send(
            new DraftCommitment(
                partnership,
                organization,
                new CommitmentDraft
                {
                    Title = title,
                    SdgTargets = ["3.4"],
                    DueDate = TestClock.Day(due),
                    Milestones =
                    [
                        .. milestones.Select(
                            (day, i) => new MilestoneDraft(string.Create(CultureInfo.InvariantCulture, $"Step {i + 1}"), TestClock.Day(day))
                        ),
                    ],
                }
            )
        );

    /// <summary>A commitment that was drafted, submitted and accepted.</summary>
    /// <param name="milestones">Their due days.</param>
    public async Task<CommitmentId> ActiveCommitment(
        PartnershipId partnership,
        OrganizationId organization,
        string due,
        string title = "Screen 5,000 people",
        params string[] milestones
    )
    {
        var id = await Draft(partnership, organization, due, title, milestones);
        await Send(new SubmitCommitment(id));
        await Send(new AcceptCommitment(id));
        return id;
    }

    /// <summary>Assesses the commitment as the outcome needs, and closes it.</summary>
    public async Task Close(CommitmentId id, ClosingOutcome outcome, string closedOn, string narrative = "It ended.")
    {
        var level = outcome == ClosingOutcome.Completed ? CompletionLevel.Complete : CompletionLevel.Limited;
        await Send(new AssessCommitment(id, level, "Seen.", TestClock.Day(closedOn)));
        await Send(new CloseCommitment(id, outcome, narrative, TestClock.Day(closedOn)));
    }

    /// <summary>Withdraws the commitment; where that needs a decision, it is approved.</summary>
    public async Task Withdraw(CommitmentId id, string reason = "No money.")
    {
        if (await Send(new WithdrawCommitment(id, reason)) is { } request)
            await Send(new ApproveChangeRequest(id, request));
    }

    public Task<ProgressReportId> ReportComplete(CommitmentId id, string asOf) =>
        Send(new ReportProgress(id, TestClock.Day(asOf), "All done.", ReportsCompletion: true));

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class Factory(TrackerHost host, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? configure)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("Database:Provider", host.Provider.ToString());
            builder.UseSetting("ConnectionStrings:Tracker", host._database.ConnectionString);
            builder.UseSetting("Bootstrap:ApiKey", BootstrapKey);
            builder.UseSetting("Demo:Enabled", "false");
            builder.UseSetting("Jobs:Enabled", "false");
            builder.UseSetting("Mail:Mode", "Pickup");
            builder.UseSetting("Mail:PickupFolder", host.MailFolder);
            builder.UseSetting("Demo:KeyFolder", host.Folder);
            builder.UseSetting("Storage:Folder", Path.Combine(host.Folder, "files"));

            // Most tests are about neither SMART readiness nor progress against the plan.
            builder.UseSetting("Rules:SmartGate", "None");
            builder.UseSetting("RateLimit:PerMinute", "100000");
            builder.UseSetting("Rules:OffTrackMargin", "100");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(host.Errors).AddFilter(null, LogLevel.Error));
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton(new DemoClock(host.Clock)));
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(found => found.GetRequiredService<DemoClock>()));

                // Tests send the commands themselves, except those about scheduled jobs.
                if (settings.GetValueOrDefault("Jobs:Enabled") != "true")
                    services.Replace(ServiceDescriptor.Singleton<IWakeUps>(host.WakeUps));
                if (host.Provider == DatabaseProvider.Sqlite)
                    services.ConfigureDbContext<SqliteTrackerDb>(options => options.AddInterceptors(host.Sql));
                else
                    services.ConfigureDbContext<PostgreSqlTrackerDb>(options => options.AddInterceptors(host.Sql));
                configure?.Invoke(services);
            });
        }
    }
}

/// <summary>Records which commands were requested to run as soon as possible.</summary>
public sealed class WakeUpLog : IWakeUps
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _commands = new();

    public IReadOnlyCollection<string> Commands => _commands;

    public void Ask(string command) => _commands.Enqueue(command);
}

/// <summary>Records what is logged as an error.</summary>
public sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
            _lines.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() { }
}
