using System.Data.Common;
using System.Globalization;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.History;

/// <summary>
/// <c>audit verify [HASH]</c> on the command line: checks the sealed history and reports the result in one line. It starts no server and no
/// jobs, and writes nothing. HASH is a hash that was printed in an accountability report.
/// </summary>
internal static class AuditCommand
{
    public const int Unknown = 2;
    private const int Whole = 0,
        Broken = 1;

    public static bool IsAsked(string[] args) => args is ["audit", ..];

    /// <returns>The exit code: 0 intact, 1 broken, 2 could not be checked.</returns>
    public static async Task<int> RunAsync(string[] args, IServiceProvider services)
    {
        string[] words = [.. args.TakeWhile(arg => !arg.StartsWith('-'))];
        if (words is not (["audit", "verify"] or ["audit", "verify", _]))
        {
            await Console.Error.WriteLineAsync("Use: audit verify [HASH]");
            return Unknown;
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        try
        {
            if (!await scope.ServiceProvider.GetRequiredService<TrackerDb>().Database.CanConnectAsync())
                return await CannotAsync("there is no database.");
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyAudit(words.ElementAtOrDefault(2)));
            await Console.Out.WriteLineAsync(Format(result));
            return result.Valid ? Whole : Broken;
        }
        catch (DbException e)
        {
            return await CannotAsync(e.Message);
        }
    }

    private static string Format(AuditResult result)
    {
        var outcome = result.Valid ? "Valid" : string.Create(CultureInfo.InvariantCulture, $"Broken at entry {result.FirstBroken}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome}: {result.Entries} entries, {result.Unsealed} unsealed, head {result.Head ?? "none"}"
        );
    }

    private static async Task<int> CannotAsync(string why)
    {
        await Console.Error.WriteLineAsync("Cannot verify: " + why);
        return Unknown;
    }
}
