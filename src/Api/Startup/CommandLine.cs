using PartnershipTracker.Api.Backups;
using PartnershipTracker.Api.History;

namespace PartnershipTracker.Api.Startup;

/// <summary>The commands that run instead of the server. They are the first words of the arguments; settings follow them.</summary>
internal static class CommandLine
{
    private const int WrongUse = 2;

    /// <summary>Arguments without the switches of commands, which the configuration would read as settings.</summary>
    public static string[] Settings(string[] args) => [.. args.Where(arg => arg != RestoreCommand.Replace)];

    /// <returns>The exit code; null if no command is asked for and the server starts.</returns>
    public static async Task<int?> RunAsync(string[] args, IServiceProvider services)
    {
        string[] words = [.. args.TakeWhile(arg => !arg.StartsWith('-'))];
        switch (words)
        {
            case ["audit", ..]:
                return await AuditCommand.RunAsync(args, services);
            case ["backup", var folder]:
                return await BackupCommand.RunAsync(folder, services);
            case ["restore", var folder]:
                return await RestoreCommand.RunAsync(folder, args.Contains(RestoreCommand.Replace), services);
            case [var word, ..] when !word.Contains('=', StringComparison.Ordinal) && !word.StartsWith('/'):
                await Console.Error.WriteLineAsync(
                    $"Use: audit verify [HASH], backup FOLDER, or restore FOLDER [{RestoreCommand.Replace}]"
                );
                return WrongUse;
            default:
                return null;
        }
    }
}
