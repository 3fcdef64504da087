using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Files;

namespace PartnershipTracker.Infrastructure.Secrets;

internal static class SecretProtectorSetup
{
    /// <summary>
    /// The keys are in <c>keys</c> below <c>Storage:Folder</c>. On Unix only the program's own user may read that folder.
    /// </summary>
    public static IServiceCollection AddSecretProtector(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("PartnershipTracker");
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory, StorageOptions>((options, loggers, storage) =>
        {
            var files = Directory.CreateDirectory(storage.Folder);
            var keys = Path.Combine(files.FullName, "keys");
            var folder = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(keys)
                : Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.XmlRepository = new FileSystemXmlRepository(folder, loggers);
        });
        return services.AddSingleton<ISecretProtector, SecretProtector>();
    }
}
