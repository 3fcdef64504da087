using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Startup;

internal static class Migration
{
    /// <summary>Creates the database or migrates it to this version.</summary>
    public static Task MigrateAsync(this WebApplication app) =>
        app.AsSystemAsync(
            (services, ct) => services.GetRequiredService<DatabaseStart>().PrepareAsync(services.GetRequiredService<TrackerDb>(), ct)
        );
}
