namespace PartnershipTracker.Application.Exports;

/// <summary>Writes tables as files for spreadsheet programs, in constant memory.</summary>
public interface ITableWriter
{
    /// <param name="destination">A stream that is not closed.</param>
    /// <param name="tables">One sheet for each table. A CSV file contains only the first table.</param>
    Task WriteAsync(Stream destination, TableFormat format, IReadOnlyList<ExportTable> tables, CancellationToken ct);
}
