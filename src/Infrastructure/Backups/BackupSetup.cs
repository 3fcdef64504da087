using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Backups;

internal static class BackupSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services, DatabaseProvider provider, string connectionString) =>
        services
            .AddSettings<BackupOptions>("Backup")
            .AddSingleton<IDatabaseCopy>(found =>
                provider == DatabaseProvider.Sqlite
                    ? ActivatorUtilities.CreateInstance<SqliteCopy>(found, connectionString)
                    : ActivatorUtilities.CreateInstance<PostgreSqlCopy>(found, connectionString)
            )
            .AddScoped<IBackups, Backups>();
}
