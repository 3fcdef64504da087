using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Imports the rows of one file, a few hundred at a time. Rows, counters and refusals of a batch are saved together, so that an interrupted
/// run continues after its last batch. Memory does not grow with the file, except for eight bytes for each row to detect repeated source
/// ids.
/// </summary>
internal sealed partial class ImportWorker(
    ITrackerDb db,
    IBulkInsert bulk,
    IFileStore files,
    ISpreadsheetReader spreadsheets,
    CurrentUser user,
    DecisionContexts contexts,
    TrackerMeters meters,
    TimeProvider time,
    ILogger<ImportWorker> logger,
    IValidator<ProposePartnership> partnerships,
    IValidator<RegisterOrganization> organizations,
    IValidator<CommitmentDraft> commitments,
    IVocabulary vocabulary
) : IDeferredWorker
{
    private const int BatchSize = 1000;

    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        if (await FindAsync(claim.SubjectId, ct) is not { State: ImportState.Queued or ImportState.Running or ImportState.Undoing } import)
            return DeferredResult.Done;
        if (import.IsUndo)
        {
            await ActForAsync(new Actor(import.UndoneByKind!.Value, import.UndoneById), ct);
            await new ImportRemoval(db, bulk, user, time, import.Id, claim).RunAsync(ct);
            return DeferredResult.Done;
        }

        await ActForAsync(new Actor(import.ActorKind, import.ActorId), ct);
        import.Start(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        try
        {
            var vanished = await ReadAsync(import, claim, ct);
            import = await ReloadAsync(import.Id, ct);
            if (import.State == ImportState.Running)
                import.Complete(vanished, time.GetUtcNow());
            LogDone(logger, import.FileName, import.Rows, import.Imported, import.Refused, import.Unchanged, import.Warnings);
        }
        catch (ImportCancelledException)
        {
            db.Session.ClearTracked();
            LogCancelled(logger, import.FileName);
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            import = await ReloadAsync(import.Id, ct);
            import.Fail(refusal.Code, refusal.Detail, time.GetUtcNow());
            LogFailed(logger, import.FileName, refusal.Code);
        }

        return DeferredResult.Done;
    }

    /// <summary>Fails the import and names the line after which it stopped.</summary>
    public async Task ParkedAsync(Guid subjectId, string reason, CancellationToken ct)
    {
        if (await FindAsync(subjectId, ct) is not { } import)
            return;
        if (import.IsUndo)
            import.Fail("import.undoStopped", null, time.GetUtcNow());
        else
            import.Fail("import.stopped", Convert.ToString(Math.Max(import.LastLine, 1), CultureInfo.InvariantCulture), time.GetUtcNow());
        LogFailed(logger, import.FileName, reason);
    }

    public async Task RetriedAsync(Guid subjectId, CancellationToken ct) => (await FindAsync(subjectId, ct))?.QueueAgain();

    public async Task DroppedAsync(Guid subjectId, CancellationToken ct)
    {
        if (await FindAsync(subjectId, ct) is { State: ImportState.Queued or ImportState.Running or ImportState.Undoing } import)
            import.Fail(import.IsUndo ? "import.undoStopped" : "import.dropped", null, time.GetUtcNow());
    }

    private async Task ActForAsync(Actor actor, CancellationToken ct) => user.ActAsSystem(actor, await db.PersonBehindAsync(actor, ct));

    private Task<ImportRun?> FindAsync(Guid id, CancellationToken ct) => db.Imports.SingleOrDefaultAsync(i => i.Id == new ImportId(id), ct);

    private async Task<ImportRun> ReloadAsync(ImportId id, CancellationToken ct)
    {
        db.Session.ClearTracked();
        return await db.Imports.SingleAsync(i => i.Id == id, ct);
    }

    /// <returns>The number of commitments of earlier imports that the file does not have any more.</returns>
    private async Task<int> ReadAsync(ImportRun import, Claim claim, CancellationToken ct)
    {
        var rules = new RowRules(partnerships, organizations, commitments, vocabulary);
        IRowReader reader = import.Profile is { } profile
            ? new ProfileRowReader(ImportProfile.Parse(profile), rules)
            : new OwnRowReader(rules);
        var batch = new ImportBatch(db, bulk, import.Id, contexts, time, claim);

        await using var content = files.Open(import.StoredFile);
        await using var file = await spreadsheets.OpenAsync(content, reader.Layout, ct);
        reader.Check(file.Heading);
        var skip = import.Rows;
        await foreach (var row in new RowPrefetcher(file, reader, skip).ReadAsync(ct))
        {
            if (row.Number <= skip)
            {
                batch.RememberSaved(row);
                continue;
            }

            batch.Add(row);

            // After an interrupted attempt, rows are saved one by one until the point of the interruption is passed, to find the row that
            // causes it.
            var isCareful = claim.Attempt > 1 && row.Number <= skip + BatchSize;
            if (!isCareful && batch.Count < BatchSize)
                continue;
            LogProgress(logger, import.FileName, await SaveAsync(batch, row.Line, hasAdvanced: !isCareful, ct));
            if (!isCareful)
                await db.Session.LetOthersWriteAsync(ct);
        }

        if (batch.Count > 0)
            await SaveAsync(batch, file.Line, hasAdvanced: true, ct);
        if (!import.DryRun && reader.NamesSuccessors)
            await new Successors(db, spreadsheets, reader, time, claim).NameAsync(content, ct);

        // A file of refused rows is only a part of what was sent before.
        return batch.EarlierImports.Count > 0 && !RefusedRows.IsOne(file.Heading)
            ? await new MissingCommitments(db, bulk, time, claim).NameAsync(import.Id, batch, ct)
            : 0;
    }

    private async Task<int> SaveAsync(ImportBatch batch, int lastLine, bool hasAdvanced, CancellationToken ct)
    {
        var rows = batch.Count;
        var read = await batch.SaveAsync(lastLine, hasAdvanced, ct);
        meters.RowsRead(rows);
        return read;
    }

    /// <summary>
    /// Errors that end the import and can be explained to its author. All others are thrown, and the import is tried again.
    /// </summary>
    private static (string Code, string? Detail)? Refusal(Exception e) =>
        e switch
        {
            FileNotFoundException => ("import.fileMissing", null),
            DomainException refusal => (
                refusal.Code,
                refusal.Args is [var first, ..] ? Convert.ToString(first, CultureInfo.InvariantCulture) : null
            ),
            _ => null,
        };

    [LoggerMessage(LogLevel.Information, "Importing {File}: {Rows} rows read")]
    private static partial void LogProgress(ILogger logger, string file, int rows);

    [LoggerMessage(
        LogLevel.Information,
        "Imported {File}: {Rows} rows, {Imported} taken, {Refused} refused, {Unchanged} unchanged, {Warnings} warnings"
    )]
    private static partial void LogDone(ILogger logger, string file, int rows, int imported, int refused, int unchanged, int warnings);

    [LoggerMessage(LogLevel.Information, "Importing {File} was cancelled")]
    private static partial void LogCancelled(ILogger logger, string file);

    [LoggerMessage(LogLevel.Warning, "Importing {File} failed: {Code}")]
    private static partial void LogFailed(ILogger logger, string file, string code);
}
