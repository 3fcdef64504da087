using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads the rows of one kind of file.</summary>
internal interface IRowReader
{
    /// <exception cref="DomainException">The heading lacks a required column, or has one that is not allowed.</exception>
    void Check(IReadOnlyList<string> heading);

    /// <param name="cell">Returns the cell of a column; empty if the file has no such column.</param>
    /// <exception cref="RowRefusedException">The row is refused.</exception>
    ImportRow Read(int line, Func<string, string> cell);

    /// <returns>The key that identifies the row; null if the row has no source id and is refused.</returns>
    (string Partnership, string SourceId)? KeyOf(Func<string, string> cell);
}
