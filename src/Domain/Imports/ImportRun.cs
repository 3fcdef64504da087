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
}

/// <summary>
/// The import of one file. Its counters are saved with the rows they count, so that an interrupted import continues where it stopped.
/// </summary>
public sealed class ImportRun : TrackedEntity, ICausesWork
{
    public const int FailureMaxLength = 1000;

    private ImportRun() { }

    /// <param name="storedFile">Where the uploaded file is stored.</param>
    /// <param name="profile">The mapping of columns, as JSON; null for a file in the product's own format.</param>
    public ImportRun(string fileName, string storedFile, string? profile, bool dryRun, Actor by, DateTimeOffset now)
    {
        Id = ImportId.New();
        FileName = fileName;
        StoredFile = storedFile;
        Profile = profile;
        DryRun = dryRun;
        ActorKind = by.Kind;
        ActorId = by.Id;
        CreatedAt = now;
    }

    public ImportId Id { get; private set; }

    public string FileName { get; private set; } = "";

    public string StoredFile { get; private set; } = "";

    /// <summary>Null for a file in the product's own format.</summary>
    public string? Profile { get; private set; }

    /// <summary>Whether the run only reports what would happen and saves nothing.</summary>
    public bool DryRun { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public ImportState State { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The line of the file on which the last counted row begins; 0 before the first.</summary>
    public int LastLine { get; private set; }

    public int Imported { get; private set; }

    public int Refused { get; private set; }

    public int Unchanged { get; private set; }

    public int Warnings { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>A stable code for why the whole import failed.</summary>
    public string? FailureCode { get; private set; }

    public string? FailureDetail { get; private set; }

    public DeferredWork? Work(DateTimeOffset now) => new(DeferredKind.Import, Id.Value, now);

    public void Start(DateTimeOffset now)
    {
        State = ImportState.Running;
        StartedAt ??= now;
    }

    public void Count(int rows, int lastLine, int imported, int refused, int unchanged, int warnings)
    {
        Rows += rows;
        LastLine = lastLine;
        Imported += imported;
        Refused += refused;
        Unchanged += unchanged;
        Warnings += warnings;
    }

    public void Complete(DateTimeOffset now) => (State, FinishedAt) = (ImportState.Completed, now);

    /// <summary>A failed import continues where it stopped.</summary>
    public void QueueAgain()
    {
        State = ImportState.Queued;
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
