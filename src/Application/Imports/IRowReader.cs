using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads the rows of one kind of file.</summary>
internal interface IRowReader
{
    /// <exception cref="DomainException">The heading lacks required columns, or has some that are not allowed; all are named.</exception>
    void Check(IReadOnlyList<string> heading);

    /// <exception cref="RowRefusedException">The row is refused; all reasons are named.</exception>
    ImportRow Read(ISpreadsheetRow row);

    /// <returns>The key that identifies the row; null if the row has no source id and is refused.</returns>
    (string Partnership, string SourceId)? KeyOf(ISpreadsheetRow row);
}
