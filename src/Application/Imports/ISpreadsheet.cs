using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>A file with a heading row that is read row by row.</summary>
public interface ISpreadsheet : ISpreadsheetRow, IAsyncDisposable
{
    IReadOnlyList<string> Heading { get; }

    /// <summary>Counted from 1, without the heading.</summary>
    long RowNumber { get; }

    /// <returns>False after the last row.</returns>
    /// <exception cref="DomainException">The next row cannot be read.</exception>
    ValueTask<bool> ReadAsync(CancellationToken ct);
}
