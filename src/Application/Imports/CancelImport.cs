using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Stops an import that waits or runs. The rows that were imported before remain.</summary>
[Needs(Right.Administer)]
public sealed record CancelImport(ImportId ImportId) : IRequest<ImportDetails>;

internal sealed class CancelImportHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<CancelImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(CancelImport command, CancellationToken ct)
    {
        var import = await db.Imports.GetAsync("import", i => i.Id == command.ImportId, ct);
        import.Cancel(time.GetUtcNow());

        // Work that is being done notices the cancellation at its next rows and ends by itself.
        if (
            await db.DeferredWork.SingleOrDefaultAsync(w => w.Kind == DeferredKind.Import && w.SubjectId == import.Id.Value, ct) is { } work
        )
            if (work.Owner is null)
                db.DeferredWork.Remove(work);
        await db.SaveChangesAsync(ct);
        return ImportAnswers.Of(import);
    }
}
