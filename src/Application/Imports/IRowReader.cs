using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads the rows of one kind of file.</summary>
internal interface IRowReader
{
    /// <exception cref="DomainException">The heading lacks a column, or has one that must not be there.</exception>
    void Check(IReadOnlyList<string> heading);

    /// <param name="cell">The cell of a column; empty where the file has no such column.</param>
    /// <exception cref="RowRefusedException">The row is refused.</exception>
    ImportRow Read(int line, Func<string, string> cell);

    /// <returns>What tells the row from others, or null where it has no source id and is refused.</returns>
    (string Partnership, string SourceId)? KeyOf(Func<string, string> cell);
}
