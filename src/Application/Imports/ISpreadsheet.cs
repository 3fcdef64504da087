using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>A file with a heading row that is read row by row.</summary>
public interface ISpreadsheet : IAsyncDisposable
{
    IReadOnlyList<string> Heading { get; }

    /// <summary>Counted from 1, without the heading.</summary>
    long RowNumber { get; }

    /// <summary>The line of the file, or the row of the sheet, on which the row begins.</summary>
    int Line { get; }

    /// <returns>False after the last row.</returns>
    /// <exception cref="DomainException">The next row cannot be read.</exception>
    ValueTask<bool> ReadAsync(CancellationToken ct);

    /// <summary>The text of a cell in the current row.</summary>
    /// <param name="column">The heading of the column; case is ignored.</param>
    /// <returns>Empty if there is no such column.</returns>
    string Cell(string column);
}
