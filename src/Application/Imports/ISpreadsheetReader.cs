using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Opens files of rows that people send: CSV or XLSX, as their first bytes tell.</summary>
public interface ISpreadsheetReader
{
    /// <param name="content">Can be sought in; it stays open.</param>
    /// <exception cref="DomainException">It cannot be read.</exception>
    Task<ISpreadsheet> OpenAsync(Stream content, CancellationToken ct);
}
