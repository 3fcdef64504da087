using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>A file with a heading that is read row by row.</summary>
public interface ISpreadsheet : IAsyncDisposable
{
    IReadOnlyList<string> Heading { get; }

    /// <summary>From 1; the heading does not count.</summary>
    long RowNumber { get; }

    /// <summary>The line of the file, or the row of the sheet, on which the row begins.</summary>
    int Line { get; }

    /// <returns>False after the last row.</returns>
    /// <exception cref="DomainException">The next row cannot be read.</exception>
    ValueTask<bool> ReadAsync(CancellationToken ct);

    /// <summary>A cell of the current row.</summary>
    /// <param name="column">Without regard to case.</param>
    /// <returns>Empty where there is no such column.</returns>
    string Cell(string column);
}
