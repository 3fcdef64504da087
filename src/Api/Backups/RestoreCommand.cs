using System.Globalization;
using PartnershipTracker.Api.History;
using PartnershipTracker.Application.Backups;

namespace PartnershipTracker.Api.Backups;

/// <summary>
/// <c>restore FOLDER [--replace]</c> on the command line: restores a backup while the program is stopped, and then checks the history as
/// <see cref="AuditCommand"/> does.
/// </summary>
internal static class RestoreCommand
{
    /// <summary>Allows a database that is not empty to be replaced; it is kept under another name.</summary>
    public const string Replace = "--replace";

    /// <returns>The exit code: 0 done, 1 not done or the restored history is not intact.</returns>
    public static async Task<int> RunAsync(string folder, bool replace, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            var restored = await scope.ServiceProvider.GetRequiredService<IBackups>().RestoreAsync(folder, replace, CancellationToken.None);
            var kept = restored.Kept is null ? "" : $"; the database that it replaces is kept as {restored.Kept}";
            await Console.Out.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Restored {BackupCommand.SizeOf(restored.Backup)} of {restored.Backup.At:u} to {restored.Database}{kept}"
                )
            );
            if (!restored.NeedsUpgrade)
                return await AuditCommand.RunAsync(["audit", "verify"], services);
            await Console.Out.WriteLineAsync("The next start upgrades the database; run \"audit verify\" after it.");
            return 0;
        }
        catch (BackupException e)
        {
            await Console.Error.WriteLineAsync("Cannot restore: " + e.Message);
            return 1;
        }
    }
}
