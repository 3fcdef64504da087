using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Opens uploaded CSV or XLSX files. The format is recognized by the first bytes.</summary>
public interface ISpreadsheetReader
{
    /// <param name="content">A seekable stream; it is not closed.</param>
    /// <param name="layout">Where the table stands in the file.</param>
    /// <exception cref="DomainException">The file cannot be read.</exception>
    Task<ISpreadsheet> OpenAsync(Stream content, FileLayout layout, CancellationToken ct);

    /// <summary>Looks at the beginning of a file, under the same limits.</summary>
    /// <param name="content">A seekable stream; it is not closed.</param>
    /// <param name="layout">The sheet and the encoding where they are known; its heading row is not used.</param>
    /// <exception cref="DomainException">The file cannot be read.</exception>
    Task<FileOutline> OutlineAsync(Stream content, FileLayout layout, CancellationToken ct);
}
