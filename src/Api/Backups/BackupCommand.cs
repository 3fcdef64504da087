using System.Globalization;
using PartnershipTracker.Application.Backups;

namespace PartnershipTracker.Api.Backups;

/// <summary>
/// <c>backup FOLDER</c> on the command line: copies the database, the files and the keys into a new folder, also while the program runs. It
/// starts no server and no jobs.
/// </summary>
internal static class BackupCommand
{
    /// <returns>The exit code: 0 done, 1 not done.</returns>
    public static async Task<int> RunAsync(string folder, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            var backup = await scope.ServiceProvider.GetRequiredService<IBackups>().MakeAsync(folder, CancellationToken.None);
            await Console.Out.WriteLineAsync($"Backed up {SizeOf(backup)} to {backup.Folder}");
            return 0;
        }
        catch (BackupException e)
        {
            await Console.Error.WriteLineAsync("Cannot back up: " + e.Message);
            return 1;
        }
    }

    public static string SizeOf(BackupSummary backup) =>
        string.Create(CultureInfo.InvariantCulture, $"{backup.Rows} rows and {backup.Files} files ({backup.Bytes} bytes)");
}
