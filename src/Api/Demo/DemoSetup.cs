using PartnershipTracker.Api.Startup;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Api.Demo;

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddScoped<DemoData>().AddScoped<DemoPartnership>().AddSettings("Demo", new DemoOptionsValidator());

    /// <summary>Imports the samples if <c>Demo:Enabled</c> is set.</summary>
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<DemoOptions>();
        if (!options.Enabled)
            return;
        await app.AsSystemAsync((services, ct) => services.GetRequiredService<DemoData>().PrepareAsync(ct));
        app.Lifetime.ApplicationStarted.Register(() => DemoData.Announce(app.Services.GetRequiredService<PublicUrl>(), options));
    }
}
