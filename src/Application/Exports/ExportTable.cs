using PartnershipTracker.Application.Imports;

namespace PartnershipTracker.Application.Exports;

/// <summary>A table whose rows are read while they are written.</summary>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Rows">
/// The cells of each row: a text, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, a <see cref="decimal"/>, an
/// <see cref="SdgTargetList"/>, or null for an empty
/// cell.
/// </param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Heading, IAsyncEnumerable<IEnumerable<object?>> Rows)
{
    /// <summary>Where the table stands in its file.</summary>
    public FileLayout Layout { get; init; } = FileLayout.Default;

    internal static ExportTable Of<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) =>
        new(
            name,
            [.. columns.Select(column => column.Name)],
            rows.Select(row => columns.Select(column => ExportCell.Of(column.Value(row))))
        );
}
