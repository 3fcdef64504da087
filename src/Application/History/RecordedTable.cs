namespace PartnershipTracker.Application.History;

/// <summary>A table whose rows belong to commitments and are compared with what the history last recorded of them.</summary>
/// <param name="CommitmentColumn">The column with the id of the commitment.</param>
/// <param name="Key">What names a row within its commitment.</param>
/// <param name="HasSalt">Whether it has a column <c>Salt</c>, because it holds texts of people.</param>
/// <param name="Columns">What is recorded; every other column is in <see cref="NotRecorded"/> or in the key.</param>
/// <param name="NotRecorded">The columns that are not recorded, each with its reason.</param>
public sealed record RecordedTable(
    string Name,
    string CommitmentColumn,
    IReadOnlyList<RecordedColumn> Key,
    bool HasSalt,
    IReadOnlyList<RecordedColumn> Columns,
    IReadOnlyDictionary<string, string> NotRecorded
)
{
    /// <summary>The salt of a row: random, and erased with its texts, so that nobody can guess them from their hashes.</summary>
    public const string Salt = "Salt";

    /// <param name="key">The stored values of <see cref="Key"/>.</param>
    public string RowName(IEnumerable<object?> key) =>
        $"{Name}/{string.Join('/', key.Zip(Key, (value, column) => RecordedValue.Of(value, column.Kind)))}";
}

/// <param name="Empty">The value of a new row that sets nothing; null for a column that may be null.</param>
public sealed record RecordedColumn(string Name, RecordedKind Kind, string? Empty);

public enum RecordedKind
{
    /// <summary>Numbers and codes, as they are.</summary>
    Plain,

    /// <summary>Written by people; recorded as a salted hash.</summary>
    Text,
    Fractional,
    YesNo,
    Day,
    Instant,
    Id,
}
