using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Bench;

/// <summary>The whole program in this process, at the moment of all measurements. Its jobs rest; its limits are out of the way.</summary>
internal sealed class Server(Store store) : WebApplicationFactory<Program>
{
    /// <summary>The bootstrap key: the secretariat.</summary>
    public const string Key = "the-key-of-the-benchmarks";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Provider", store.Arguments.Provider.ToString());
        builder.UseSetting("ConnectionStrings:Tracker", store.ConnectionString);
        builder.UseSetting("Bootstrap:ApiKey", Key);
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("RateLimit:PerMinute", "1000000");
        builder.UseSetting("Storage:Folder", Path.Combine(store.Arguments.Folder, "files"));
        builder.UseSetting("Mail:PickupFolder", Path.Combine(store.Arguments.Folder, "mail"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Clock { Now = Generator.Now })));
    }
}
