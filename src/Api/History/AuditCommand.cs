using System.Data.Common;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.History;

/// <summary>
/// <c>audit verify [HASH]</c> on the command line: checks the sealed history and the record, and reports the result in one line and each
/// fault in a line of its own. It starts no server and no jobs, and writes nothing but that the verification took place, where it may.
/// HASH is a hash that was printed in an accountability report.
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
        var head = words.ElementAtOrDefault(2);
        if (words is not (["audit", "verify"] or ["audit", "verify", _]) || (head is not null && !AuditHead.IsHash(head)))
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
            var startedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var result = await mediator.Send(new VerifyAudit(head));
            await Console.Out.WriteLineAsync(Format(result));
            foreach (var line in Details(result))
                await Console.Out.WriteLineAsync(line);
            await RecordAsync(mediator, new RecordAuditVerification(head, startedAt, result));
            return result.Valid ? Whole : Broken;
        }
        catch (DbException e)
        {
            return await CannotAsync(e.Message);
        }
    }

    /// <summary>The result counts, even where this user may not write to the database.</summary>
    private static async Task RecordAsync(IMediator mediator, RecordAuditVerification result)
    {
        try
        {
            await mediator.Send(result);
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            await Console.Error.WriteLineAsync("That it was verified could not be recorded: " + (e.InnerException ?? e).Message);
        }
    }

    private static string Format(AuditResult result)
    {
        var outcome =
            result.Valid ? "Valid"
            : result.FirstBroken is { } broken ? string.Create(CultureInfo.InvariantCulture, $"Broken at entry {broken}")
            : "Differs";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome}: {result.Entries} entries, {result.Rows} rows, {result.Differing} differences, {result.Anchored} anchored heads, "
                + $"{result.Unsealed} unsealed, head {result.Head ?? "none"}"
        );
    }

    /// <summary>A line for each fault and remark.</summary>
    private static IEnumerable<string> Details(AuditResult result) =>
        [
            .. result.LostSeals.Select(entry => "Lost its seal: " + Format(entry)),
            .. result.Differences.Select(Format),
            .. result.RecordedLate.Select(entry => "Recorded late: " + Format(entry)),
        ];

    private static string Format(RecordDifference difference) =>
        (difference.Field, difference.Expected) switch
        {
            (null, null) => $"{difference.Entity} {difference.Id}: the row was never recorded",
            (null, _) => $"{difference.Entity} {difference.Id}: the row is gone",
            _ => $"{difference.Entity} {difference.Id}: {difference.Field} is {difference.Found ?? "empty"}, "
                + $"recorded was {difference.Expected ?? "empty"}",
        };

    private static string Format(AuditEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Event} of {entry.At:O}, entry {entry.Number}, row {entry.Seq}");

    private static async Task<int> CannotAsync(string why)
    {
        await Console.Error.WriteLineAsync("Cannot verify: " + why);
        return Unknown;
    }
}
