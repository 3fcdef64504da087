namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>What an uploaded file holds, and what its columns seem to be.</summary>
public sealed record ImportColumns
{
    public Guid ImportId { get; init; }

    public string FileName { get; init; } = "";

    /// <summary>Whether the heading is that of an export or of the template; such a file needs no mapping.</summary>
    public bool IsOwnFormat { get; init; }

    /// <summary>The sheets of a workbook; empty for CSV.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The rows that were looked at, at most 200.</summary>
    public int RowsRead { get; init; }

    /// <summary>The columns with a heading, in the order of the file, at most 200.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; init; } = [];

    /// <summary>
    /// The mapping of the last run or of the saved profile; else the proposed one, which may lack what only a person knows. Null where the
    /// file needs none, or where its profile says more than a mapping can.
    /// </summary>
    public ImportMapping? Mapping { get; init; }

    /// <summary>Whether the mapping is a proposal.</summary>
    public bool IsProposal { get; init; }

    /// <summary>The names of partnerships that the rows may belong to, the likeliest first, at most 50.</summary>
    public IReadOnlyList<string> Partnerships { get; init; } = [];

    /// <summary>Dates that fit both orders, if no other date decides. The mapping must then say which comes first.</summary>
    public IReadOnlyList<AmbiguousDate> AskedDates { get; init; } = [];

    /// <summary>The required fields that no column seems to hold; each needs a column or one value for all rows.</summary>
    public IReadOnlyList<string> MissingFields { get; init; } = [];
}

/// <param name="Name">The heading.</param>
/// <param name="Kind">What the values look like.</param>
/// <param name="Field">The field that it seems to hold; null if none.</param>
/// <param name="Confidence">Null without a field.</param>
/// <param name="Samples">Up to three different values.</param>
/// <param name="Words">Where it seems to hold one of a few words: each, with what it means.</param>
public sealed record ImportColumn(
    string Name,
    ColumnKind Kind,
    string? Field,
    Confidence? Confidence,
    IReadOnlyList<string> Samples,
    IReadOnlyList<FoundWord> Words
);

/// <param name="Word">As it stands in the file.</param>
/// <param name="Value">Our word or code; null if it is not known.</param>
/// <param name="Count">In the rows that were looked at.</param>
public sealed record FoundWord(string Word, string? Value, int Count);
