using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Domain.Imports;

public readonly record struct ImportId(Guid Value)
{
    public static ImportId New() => new(Guid.CreateVersion7());
}

public enum ImportState
{
    Queued,
    Running,
    Completed,
    Failed,

    /// <summary>Stopped by a person. The rows that had been imported before remain.</summary>
    Cancelled,

    /// <summary>The rows that it made are being removed.</summary>
    Undoing,

    /// <summary>The rows that it made are removed, except those that a person has changed since.</summary>
    Undone,

    /// <summary>Uploaded. No row is read before somebody has said what its columns hold.</summary>
    Draft,
}

/// <summary>The parts of an undo, in their order. Rows are removed before the rows that they refer to.</summary>
public enum UndoStep
{
    Commitments,
    Memberships,
    Organizations,
    Partnerships,
    Over,
}

/// <summary>
/// The import of one file. Its counters are saved with the rows they count, so that an interrupted import continues where it stopped.
/// </summary>
public sealed class ImportRun : AggregateRoot, ICausesWork
{
    public const int FailureMaxLength = 1000;

    private ImportRun() { }

    /// <param name="storedFile">Where the uploaded file is stored.</param>
    /// <param name="profile">The mapping of columns, as JSON; null for a file in the product's own format.</param>
    /// <param name="requestsChanges">See <see cref="RequestsChanges"/>.</param>
    public ImportRun(string fileName, string storedFile, string? profile, bool dryRun, bool requestsChanges, Actor by, DateTimeOffset now)
    {
        Id = ImportId.New();
        FileName = fileName;
        StoredFile = storedFile;
        Profile = profile;
        (DryRun, RequestsChanges) = (dryRun, requestsChanges);
        ActorKind = by.Kind;
        ActorId = by.Id;
        CreatedAt = now;
    }

    /// <summary>A file whose columns are to be mapped before it is read.</summary>
    public static ImportRun Upload(string fileName, string storedFile, Actor by, DateTimeOffset now) =>
        new(fileName, storedFile, profile: null, dryRun: true, requestsChanges: false, by, now) { State = ImportState.Draft };

    public ImportId Id { get; private set; }

    public string FileName { get; private set; } = "";

    public string StoredFile { get; private set; } = "";

    /// <summary>Null for a file in the product's own format.</summary>
    public string? Profile { get; private set; }

    /// <summary>Whether the run only reports what would happen and saves nothing.</summary>
    public bool DryRun { get; private set; }

    /// <summary>Whether a change is requested for each active commitment that differs from its row.</summary>
    public bool RequestsChanges { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public ImportState State { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The line of the file on which the last counted row begins; 0 before the first.</summary>
    public int LastLine { get; private set; }

    public int Imported { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Rows that were imported before, and whose drafts took the edits.</summary>
    public int Revised { get; private set; }

    public int Unchanged { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>The first rows as they were read, as JSON; null except for a dry run.</summary>
    public string? Preview { get; private set; }

    /// <summary>Whether a person has decided to undo it.</summary>
    public bool IsUndo { get; private set; }

    public ActorKind? UndoneByKind { get; private set; }

    public Guid? UndoneById { get; private set; }

    public UndoStep UndoStep { get; private set; }

    /// <summary>The last row of the current step that was removed or kept, by its sequence.</summary>
    public long UndoneUpTo { get; private set; }

    /// <summary>Commitments, memberships, organizations and partnerships that the undo removed.</summary>
    public int Removed { get; private set; }

    /// <summary>Those of them that the undo kept, because a person has changed them since the import.</summary>
    public int Kept { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>A stable code for why the whole import failed.</summary>
    public string? FailureCode { get; private set; }

    public string? FailureDetail { get; private set; }

    public DeferredWork? Work(DateTimeOffset now) =>
        State == ImportState.Draft ? null : new DeferredWork(DeferredKind.Import, Id.Value, now);

    /// <summary>
    /// Has a file read from its first row that was uploaded, or only checked by a dry run so far. What the dry run counted is reset to 0;
    /// the caller removes its items.
    /// </summary>
    /// <param name="profile">The mapping of columns, as JSON; null for a file in the product's own format.</param>
    public void Run(string? profile, bool dryRun, bool requestsChanges, Actor by)
    {
        if (!DryRun)
            throw ImportErrors.AlreadyImported();
        if (State is ImportState.Queued or ImportState.Running)
            throw ImportErrors.StillReading(State);

        Profile = profile;
        (DryRun, RequestsChanges) = (dryRun, requestsChanges);
        (ActorKind, ActorId) = (by.Kind, by.Id);
        State = ImportState.Queued;
        (Rows, LastLine) = (0, 0);
        (Imported, Refused, Warnings) = (0, 0, 0);
        (Revised, Unchanged) = (0, 0);
        (StartedAt, FinishedAt) = (null, null);
        Preview = null;
        (FailureCode, FailureDetail) = (null, null);
    }

    public void Start(DateTimeOffset now)
    {
        State = ImportState.Running;
        StartedAt ??= now;
    }

    /// <param name="counts">What is added to the counters.</param>
    public void Count(ImportCounts counts, int lastLine)
    {
        Rows += counts.Rows;
        LastLine = lastLine;
        Imported += counts.Imported;
        Refused += counts.Refused;
        Revised += counts.Revised;
        Unchanged += counts.Unchanged;
        Warnings += counts.Warnings;
    }

    public void Show(string preview) => Preview = preview;

    /// <param name="vanished">The warnings about commitments that the file does not have any more.</param>
    public void Complete(int vanished, DateTimeOffset now)
    {
        (State, FinishedAt) = (ImportState.Completed, now);
        Warnings += vanished;
    }

    public void Cancel(DateTimeOffset now)
    {
        if (State is not (ImportState.Queued or ImportState.Running))
            throw ImportErrors.NotRunning(State);

        (State, FinishedAt) = (ImportState.Cancelled, now);
        Raise(new ImportCancelled(Id, FileName, Imported));
    }

    public void Undo(Actor by)
    {
        if (State is not (ImportState.Completed or ImportState.Failed or ImportState.Cancelled))
            throw ImportErrors.NotFinished(State);
        if (DryRun)
            throw ImportErrors.NothingToUndo();

        State = ImportState.Undoing;
        IsUndo = true;
        (UndoneByKind, UndoneById) = (by.Kind, by.Id);
        (FinishedAt, FailureCode, FailureDetail) = (null, null, null);
        Raise(new ImportUndoStarted(Id, FileName));
    }

    public void CountUndone(int removed, int kept, long upTo)
    {
        Removed += removed;
        Kept += kept;
        UndoneUpTo = upTo;
    }

    /// <summary>Goes on with the next step of the undo; after the last one it is over.</summary>
    public void NextUndoStep(DateTimeOffset now)
    {
        UndoStep++;
        UndoneUpTo = 0;
        if (UndoStep == UndoStep.Over)
            (State, FinishedAt) = (ImportState.Undone, now);
    }

    /// <summary>A failed import, or a failed undo, continues where it stopped.</summary>
    public void QueueAgain()
    {
        State = IsUndo ? ImportState.Undoing : ImportState.Queued;
        FinishedAt = null;
        (FailureCode, FailureDetail) = (null, null);
    }

    public void Fail(string code, string? detail, DateTimeOffset now)
    {
        State = ImportState.Failed;
        FinishedAt = now;
        FailureCode = code;
        FailureDetail = detail is { Length: > FailureMaxLength } ? detail[..FailureMaxLength] : detail;
    }
}

/// <param name="Rows">Rows read.</param>
/// <param name="Refused">Rows refused, not reasons.</param>
public readonly record struct ImportCounts(int Rows, int Imported, int Refused, int Revised, int Unchanged, int Warnings);
