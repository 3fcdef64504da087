using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Secrets;

internal static class SecretProtectorSetup
{
    /// <summary>The keys are in <c>keys</c> below <c>Storage:Folder</c>.</summary>
    public static IServiceCollection AddSecretProtector(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("PartnershipTracker");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<StorageOptions>(
                (options, storage) =>
                {
                    var files = Directory.CreateDirectory(storage.Folder);
                    options.XmlRepository = new KeyFiles(PrivateFiles.CreateFolder(Path.Combine(files.FullName, "keys")));
                }
            );
        return services.AddSingleton<ISecretProtector, SecretProtector>();
    }
}
