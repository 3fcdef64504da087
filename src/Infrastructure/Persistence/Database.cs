using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.Jobs;
using PartnershipTracker.Infrastructure.Programme;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>Chooses the database from the configuration and migrates it.</summary>
public static class Database
{
    /// <summary>How long to wait for another writer, in seconds.</summary>
    private const int BusyTimeout = 15;

    /// <summary>
    /// In seconds. A node that is frozen within a transaction keeps its locks; PostgreSQL ends the transaction after this time, before the
    /// other nodes give up waiting for them (after 30 seconds).
    /// </summary>
    private const int IdleTransactionTimeout = 20;

    /// <summary>
    /// Reads <c>Database:Provider</c> and <c>ConnectionStrings:Tracker</c>; the embedded default is <c>data/tracker.db</c> below the
    /// working directory.
    /// </summary>
    /// <exception cref="ConfigurationException">The provider is unknown, or the connection string missing or malformed.</exception>
    public static IServiceCollection AddTrackerDb(this IServiceCollection services, IConfiguration configuration)
    {
        var (provider, connectionString) = Read(configuration);
        services.AddSingleton<DatabaseProbe>();
        services.AddSingleton<VocabularyInterceptor>();
        services.AddSingleton(found => new DatabaseStart(
            found.GetRequiredService<StorageOptions>(),
            found.GetRequiredService<TimeProvider>()
        ));
        return provider == DatabaseProvider.Sqlite
            ? services
                .AddDbContext<TrackerDb, SqliteTrackerDb>(
                    (found, options) =>
                        options
                            .UseTrackerSqlite(connectionString)
                            .AddInterceptors(
                                found.GetRequiredService<WakeUpInterceptor>(),
                                found.GetRequiredService<VocabularyInterceptor>()
                            )
                )
                .AddScoped<ITrackerDb>(s => s.GetRequiredService<TrackerDb>())
            : services
                .AddDbContext<TrackerDb, PostgreSqlTrackerDb>(
                    (found, options) =>
                        options
                            .UseTrackerPostgreSql(connectionString)
                            .AddInterceptors(
                                found.GetRequiredService<WakeUpInterceptor>(),
                                found.GetRequiredService<VocabularyInterceptor>()
                            )
                )
                .AddScoped<ITrackerDb>(s => s.GetRequiredService<TrackerDb>());
    }

    public static DbContextOptionsBuilder UseTrackerSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(
                connectionString,
                sqlite =>
                    sqlite
                        // A list of values is one parameter, so that the SQL text does not depend on the number of values.
                        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                        .MigrationsHistoryTable("__EFMigrationsHistory")
            )
            .AddInterceptors(new SqliteConnectionSetup())
            .ReplaceService<IMigrationsSqlGenerator, SqliteMigrationSql>()
            // The warning is meant for the author of a migration; the operator who starts the program can do nothing about it.
            .ConfigureWarnings(warnings => warnings.Log((SqliteEventId.TableRebuildPendingWarning, LogLevel.Debug)))
            .Quietly();

    public static DbContextOptionsBuilder UseTrackerPostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString).Quietly();

    /// <summary>Creates or upgrades the schema.</summary>
    /// <exception cref="ConfigurationException">The database was created by another version of the program and cannot be migrated to this
    /// one.</exception>
    public static Task MigrateAsync(TrackerDb db, CancellationToken ct) =>
        db.Database.IsSqlite() ? MigrateSqliteAsync(db, ct) : MigratePostgreSqlAsync(db, ct);

    /// <summary>
    /// EF reads the table of migrations before it creates it and logs the failure as an error, so the table is created first.
    /// </summary>
    private static async Task MigratePostgreSqlAsync(TrackerDb db, CancellationToken ct)
    {
        if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
            await RefuseUnknownMigrationsAsync(db, ct);
        }

        await db.Database.MigrateAsync(ct);
    }

    private static async Task RefuseUnknownMigrationsAsync(TrackerDb db, CancellationToken ct)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault();
        if (unknown is not null)
            throw new ConfigurationException(
                $"Another version of PartnershipTracker made this database (migration {unknown}), and this version cannot upgrade it: "
                    + "start with an empty database, or with the version that made it."
            );
    }

    /// <summary>Only one process uses an SQLite database, so work that is claimed at its start is not being done any more.</summary>
    private static Task<int> ClearClaimsAsync(TrackerDb db, CancellationToken ct) =>
        db
            .DeferredWork.Where(w => w.Owner != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(w => w.Owner, (Guid?)null).SetProperty(w => w.ClaimedUntil, (DateTimeOffset?)null),
                ct
            );

    /// <summary>
    /// SQLite's own migration lock is a row that a killed process leaves behind, and the next start would wait for it for ever. A file lock
    /// beside the database, which ends with its process, shows whether that row is still in use.
    /// </summary>
    private static async Task MigrateSqliteAsync(TrackerDb db, CancellationToken ct)
    {
        var path = SqlitePath(db.Database.GetConnectionString()!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Connections of the program do not create the file; an empty file is an empty database. It holds mails with links that sign in.
        // SQLite gives the files beside it the same permissions.
        if (!File.Exists(path))
            await PrivateFiles.Create(path).DisposeAsync();

        await using var ours = new FileStream(
            path + ".migrating",
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None,
            1,
            FileOptions.DeleteOnClose
        );
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var exists = await db
                .Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
                .SingleAsync(ct);
            if (exists > 0)
                await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, ct);
            await RefuseUnknownMigrationsAsync(db, ct);
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = 0", ct);
            await db.Database.MigrateAsync(ct);
            await ClearClaimsAsync(db, ct);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = 1", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <returns>The absolute path of the database file.</returns>
    internal static string SqlitePath(string connectionString) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    internal static (DatabaseProvider Provider, string ConnectionString) Read(IConfiguration configuration)
    {
        var provider = configuration.Setting("Database:Provider", DatabaseProvider.Sqlite);
        var connectionString = configuration.GetConnectionString("Tracker");
        try
        {
            if (provider == DatabaseProvider.PostgreSql)
            {
                if (string.IsNullOrWhiteSpace(connectionString))
                    throw new ConfigurationException("ConnectionStrings:Tracker is missing; PostgreSQL needs it.");

                return (provider, ForNodes(new NpgsqlConnectionStringBuilder(connectionString)).ConnectionString);
            }

            var sqlite = new SqliteConnectionStringBuilder(
                string.IsNullOrWhiteSpace(connectionString) ? "Data Source=data/tracker.db" : connectionString
            );
            if (sqlite.DataSource.Length == 0)
                throw new ConfigurationException("ConnectionStrings:Tracker names no file (Data Source=…).");
            if (!sqlite.ContainsKey("Default Timeout") || sqlite.DefaultTimeout == 30)
                sqlite.DefaultTimeout = BusyTimeout;
            sqlite.ForeignKeys = true;

            // Only the start creates the file (MigrateSqliteAsync). A file that vanishes later must not come back as an empty database.
            if (sqlite.Mode == SqliteOpenMode.ReadWriteCreate)
                sqlite.Mode = SqliteOpenMode.ReadWrite;
            return (provider, sqlite.ConnectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new ConfigurationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ConnectionStrings:Tracker is not a connection string for {provider}: {e.Message}"
                )
            );
        }
    }

    private static NpgsqlConnectionStringBuilder ForNodes(NpgsqlConnectionStringBuilder settings)
    {
        // Sessions hold no state of ours, so connections need no reset between two uses. This saves a round trip each time.
        settings.NoResetOnClose = true;
        settings.Options = $"-c idle_in_transaction_session_timeout={IdleTransactionTimeout}s {settings.Options}".TrimEnd();
        return settings;
    }

    private static DbContextOptionsBuilder Quietly(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings =>
            warnings
                .Ignore(RelationalEventId.OptionalDependentWithAllNullPropertiesWarning)
                .Ignore(RelationalEventId.OptionalDependentWithoutIdentifyingPropertyWarning)
        );
}
