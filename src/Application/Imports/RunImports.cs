using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Brings the rows of waiting files in, a few hundred at a time: rows, counters and refusals of a batch are saved together, so that a run that
/// was cut off goes on after its last batch. Memory does not grow with the file, but for eight bytes a row that tell repeated source ids.
/// </summary>
[Needs(Right.Administer)]
public sealed record RunImports : IRequest<int>;

internal sealed partial class RunImportsHandler(
    ITrackerDb db, IBulkInsert bulk, IFileStore files, CurrentUser user, Moments moments, TimeProvider time, ILogger<RunImportsHandler> logger,
    IValidator<ProposePartnership> partnerships, IValidator<RegisterOrganization> organizations, IValidator<CommitmentDraft> commitments) : IRequestHandler<RunImports, int>
{
    private const int BatchSize = 500;

    /// <returns>How many files were brought in.</returns>
    public async Task<int> Handle(RunImports command, CancellationToken ct)
    {
        var ran = 0;
        while (await db.Imports.Where(i => i.State == ImportState.Running || i.State == ImportState.Queued).OrderBy(i => i.Seq).FirstOrDefaultAsync(ct) is { } import)
        {
            await RunAsync(import, ct);
            db.ChangeTracker.Clear();
            ran++;
        }

        return ran;
    }

    private async Task RunAsync(ImportRun import, CancellationToken ct)
    {
        user.ActAsSystem(onBehalfOf: new Actor(import.ActorKind, import.ActorId));
        import.Start(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        try
        {
            await ReadAsync(import, ct);
            import = await AgainAsync(import.Id, ct);
            import.Complete(time.GetUtcNow());
            LogDone(logger, import.FileName, import.Rows, import.Imported, import.Refused, import.Unchanged, import.Warnings);
        }
        catch (Exception e) when (Failure(e) is { } failure)
        {
            import = await AgainAsync(import.Id, ct);
            import.Fail(failure.Code, failure.Detail, time.GetUtcNow());
            LogFailed(logger, import.FileName, failure.Code);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<ImportRun> AgainAsync(ImportId id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Imports.SingleAsync(i => i.Id == id, ct);
    }

    private async Task ReadAsync(ImportRun import, CancellationToken ct)
    {
        var rules = new RowRules(partnerships, organizations, commitments);
        IRowReader reader = import.Profile is { } profile ? new ProfileRowReader(ImportProfile.Parse(profile), rules) : new OwnRowReader(rules);
        var batch = new ImportBatch(db, bulk, import.Id, import.DryRun, moments);

        await using var content = files.Open(import.StoredFile);
        await using var file = await ImportFile.OpenAsync(content, ct);
        reader.Check(file.Heading);
        var skip = import.Rows;
        while (await file.ReadAsync(ct))
        {
            if (file.RowNumber <= skip)
            {
                if (reader.KeyOf(file.Cell) is { } key) batch.Remember(key);
                continue;
            }

            try
            {
                batch.Add(reader.Read(file.Line, file.Cell));
            }
            catch (RowRefusedException refused)
            {
                batch.Refuse(refused.Issue);
            }

            if (batch.Count == BatchSize) LogProgress(logger, import.FileName, await batch.SaveAsync(ct));
        }

        if (batch.Count > 0) await batch.SaveAsync(ct);
        if (!import.DryRun && import.Profile is null) await new Successors(db).NameAsync(content, ct);
    }

    /// <summary>What ends a run for good and can be said in a sentence; all else rises, and the job tries again.</summary>
    private static (string Code, string? Detail)? Failure(Exception e) => e switch
    {
        FileNotFoundException => ("import.fileMissing", null),
        DomainException refusal => (refusal.Code, refusal.Args is [var first, ..] ? Convert.ToString(first, CultureInfo.InvariantCulture) : null),
        _ when ImportFile.Refusal(e) is { } refusal => Failure(refusal),
        _ => null,
    };

    [LoggerMessage(LogLevel.Information, "Importing {File}: {Rows} rows read")]
    private static partial void LogProgress(ILogger logger, string file, int rows);

    [LoggerMessage(LogLevel.Information, "Imported {File}: {Rows} rows, {Imported} taken, {Refused} refused, {Unchanged} unchanged, {Warnings} warnings")]
    private static partial void LogDone(ILogger logger, string file, int rows, int imported, int refused, int unchanged, int warnings);

    [LoggerMessage(LogLevel.Warning, "Importing {File} failed: {Code}")]
    private static partial void LogFailed(ILogger logger, string file, string code);
}
