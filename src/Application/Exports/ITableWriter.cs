namespace PartnershipTracker.Application.Exports;

/// <summary>Writes tables as files that spreadsheet programs open. Memory does not grow with the rows.</summary>
public interface ITableWriter
{
    /// <param name="destination">It stays open.</param>
    /// <param name="tables">Each becomes a sheet. A CSV file has room for the first one only.</param>
    Task WriteAsync(Stream destination, TableFormat format, IReadOnlyList<ExportTable> tables, CancellationToken ct);
}
