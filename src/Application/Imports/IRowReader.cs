using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads the rows of one kind of file.</summary>
internal interface IRowReader
{
    /// <summary>Where the table stands in the file.</summary>
    FileLayout Layout { get; }

    /// <summary>Whether rows may name the commitment that superseded theirs.</summary>
    bool NamesSuccessors { get; }

    /// <summary>Must be called before a row is read.</summary>
    /// <exception cref="DomainException">The heading lacks required columns, or has some that are not allowed; all are named.</exception>
    void Check(IReadOnlyList<string> heading);

    /// <exception cref="RowRefusedException">The row is refused; all reasons are named.</exception>
    ImportRow Read(ISpreadsheetRow row);

    /// <returns>The key that identifies the row; null if the row has no source id and is refused.</returns>
    (string Partnership, string SourceId)? KeyOf(ISpreadsheetRow row);

    /// <returns>The source id of the commitment that superseded this one; null if there is none.</returns>
    string? SuccessorOf(ISpreadsheetRow row);

    /// <summary>Whether this is the example of the template, which is left out.</summary>
    bool IsExample(ISpreadsheetRow row);
}
