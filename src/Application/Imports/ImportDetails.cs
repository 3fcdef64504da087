using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>The state and the counters of an import.</summary>
public sealed record ImportDetails
{
    public Guid Id { get; init; }

    public string FileName { get; init; } = "";

    public bool DryRun { get; init; }

    public ImportState State { get; init; }

    /// <summary>Rows read so far.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that became commitments, or would become commitments in a dry run.</summary>
    public int Imported { get; init; }

    public int Refused { get; init; }

    /// <summary>Rows that were imported before, and whose drafts took the edits.</summary>
    public int Revised { get; init; }

    /// <summary>Other rows that were imported before. What differs is listed with the items.</summary>
    public int Unchanged { get; init; }

    public int Warnings { get; init; }

    /// <summary>Commitments, memberships, organizations and partnerships that the undo has removed so far.</summary>
    public int Removed { get; init; }

    /// <summary>
    /// Those of them that the undo has kept, because a person has changed them since the import, or because they are needed.
    /// </summary>
    public int Kept { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why the file as a whole failed.</summary>
    public string? Failure { get; init; }

    /// <summary>The first 20 rows as they were understood; only for a dry run.</summary>
    public IReadOnlyList<ImportPreviewRow>? Preview { get; init; }

    /// <summary>How often each reason occurs, the most frequent first; left out in lists.</summary>
    public IReadOnlyList<ImportReason>? Reasons { get; init; }

    /// <summary>The first refusals and warnings; <c>/items</c> lists all of them.</summary>
    public IReadOnlyList<ImportIssue> Items { get; init; } = [];
}

internal static class ImportAnswers
{
    public static ImportDetails Of(ImportRun import) =>
        new()
        {
            Id = import.Id.Value,
            FileName = import.FileName,
            DryRun = import.DryRun,
            State = import.State,
            Rows = import.Rows,
            Imported = import.Imported,
            Refused = import.Refused,
            Revised = import.Revised,
            Unchanged = import.Unchanged,
            Warnings = import.Warnings,
            Removed = import.Removed,
            Kept = import.Kept,
            CreatedAt = import.CreatedAt,
            StartedAt = import.StartedAt,
            FinishedAt = import.FinishedAt,
            Failure = import.FailureCode is { } code ? Texts.Error(code, import.FailureDetail) : null,
        };
}
