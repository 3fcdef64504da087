namespace PartnershipTracker.Application.Imports;

/// <summary>The row of a file that is being read.</summary>
public interface ISpreadsheetRow
{
    /// <summary>The line of the file, or the row of the sheet, on which the row begins.</summary>
    int Line { get; }

    /// <summary>The text of a cell.</summary>
    /// <param name="column">The heading of the column; case is ignored.</param>
    /// <returns>Empty if there is no such column.</returns>
    string Cell(string column);

    /// <summary>
    /// Whether the cell holds a number and no text, so that zeros at its end are lost: 17.10 is stored as 17.1. Cells of CSV are texts.
    /// </summary>
    bool IsNumber(string column);
}
