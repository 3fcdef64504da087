using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure;

public static class Registration
{
    /// <summary>The database, mail, files and the clock that starts the scheduled commands.</summary>
    /// <exception cref="ConfigurationException">The configuration is wrong.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTrackerDb(configuration);
        return services;
    }
}
