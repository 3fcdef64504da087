using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Storage;

/// <summary>Encrypts with the framework's data protection; its keys are files that all nodes share.</summary>
internal sealed class SecretProtector(IDataProtectionProvider protection) : ISecretProtector
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartnershipTracker.Secrets");

    public string Close(string secret) => _protector.Protect(secret);

    public string Open(string closed) => _protector.Unprotect(closed);
}

internal static class SecretProtectorSetup
{
    /// <summary>The keys are in <c>keys</c> below <c>Storage:Folder</c>; on Unix nobody but the program's own user may look in.</summary>
    public static IServiceCollection AddSecretProtector(this IServiceCollection services, string? storageFolder)
    {
        services.AddDataProtection().SetApplicationName("PartnershipTracker");
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((options, loggers) =>
        {
            var files = Directory.CreateDirectory(FileStore.FolderOf(storageFolder));
            var keys = Path.Combine(files.FullName, "keys");
            var folder = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(keys)
                : Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.XmlRepository = new FileSystemXmlRepository(folder, loggers);
        });
        return services.AddSingleton<ISecretProtector, SecretProtector>();
    }
}
