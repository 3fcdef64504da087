using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Stores a file whose columns are to be mapped before it is read. A file that cannot be read is refused at once.</summary>
/// <param name="Content">A seekable stream with CSV or XLSX, of any size.</param>
[Needs(Right.Administer)]
public sealed record UploadImport(string FileName, Stream Content) : IRequest<ImportId>;

internal sealed class UploadImportHandler(
    ITrackerDb db,
    IFileStore files,
    ISpreadsheetReader spreadsheets,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<UploadImport, ImportId>
{
    public async Task<ImportId> Handle(UploadImport command, CancellationToken ct)
    {
        await FileSample.ReadAsync(spreadsheets, command.Content, FileLayout.Default, ct);
        command.Content.Position = 0;
        var import = ImportRun.Upload(
            ImportFiles.NameOf(command.FileName),
            await files.SaveAsync(command.Content, ct),
            user.Actor,
            time.GetUtcNow()
        );
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        return import.Id;
    }
}
