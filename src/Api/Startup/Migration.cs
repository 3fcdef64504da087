using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Startup;

internal static class Migration
{
    /// <summary>Creates the database, or brings it up to date.</summary>
    public static Task MigrateAsync(this WebApplication app) =>
        app.AsSystemAsync((services, ct) => Database.MigrateAsync(services.GetRequiredService<TrackerDb>(), ct));
}
