using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Exports the refused rows of an import as they were sent, with the reasons in added columns.</summary>
/// <param name="Destination">A stream that is not closed.</param>
[Needs(Right.Administer)]
public sealed record ExportRefusedRows(ImportId ImportId, TableFormat Format, Stream Destination) : IRequest;

internal sealed class ExportRefusedRowsHandler(ITrackerDb db, IFileStore files, ISpreadsheetReader spreadsheets, ITableWriter writer)
    : IRequestHandler<ExportRefusedRows>
{
    public async Task<Unit> Handle(ExportRefusedRows query, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().GetAsync("import", i => i.Id == query.ImportId, ct);
        await using var content = files.OpenUpload(import);
        var layout = (import.Profile is { } profile ? ImportProfile.Parse(profile).File : null) ?? FileLayout.Default;
        await using var file = await spreadsheets.OpenAsync(content, layout, ct);
        await writer.WriteAsync(query.Destination, query.Format, [RefusedRows.Of(import, file, layout, db, ct)], ct);
        return Unit.Value;
    }
}
