using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipTracker.Api.Startup;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Api.Demo;

internal static class DemoSetup
{
    /// <summary>In the demonstration its clock takes the place of the real one, which was registered before.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services
            .AddScoped<DemoData>()
            .AddScoped<DemoPartnership>()
            .AddScoped<PartnershipSample>()
            .AddSingleton(new DemoClock(TimeProvider.System))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            .AddSettings("Demo", new DemoOptionsValidator());

    /// <summary>Enters the samples if <c>Demo:Enabled</c> is set.</summary>
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<DemoOptions>();
        if (!options.Enabled)
            return;
        await app.AsSystemAsync((services, ct) => services.GetRequiredService<DemoData>().PrepareAsync(ct));
        app.Lifetime.ApplicationStarted.Register(() => DemoData.Announce(app.Services.GetRequiredService<PublicUrl>(), options));
    }

    private static TimeProvider Clock(IServiceProvider services) =>
        services.GetRequiredService<DemoOptions>().Enabled ? services.GetRequiredService<DemoClock>() : TimeProvider.System;
}
