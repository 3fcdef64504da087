using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Takes back what an import made, except what a person has changed since. A job does it; the import shows how far it is. History stays.
/// </summary>
[Needs(Right.Administer)]
public sealed record UndoImport(ImportId ImportId) : IRequest<ImportDetails>;

internal sealed class UndoImportHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<UndoImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(UndoImport command, CancellationToken ct)
    {
        var import = await db.Imports.GetAsync("import", i => i.Id == command.ImportId, ct);
        import.Undo(user.Actor);

        // A failed import has parked work, and a cancelled one may have work that is still claimed.
        if (
            await db.DeferredWork.SingleOrDefaultAsync(w => w.Kind == DeferredKind.Import && w.SubjectId == import.Id.Value, ct) is { } work
        )
            work.StartAgain();
        else
            db.DeferredWork.Add(new DeferredWork(DeferredKind.Import, import.Id.Value, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return ImportAnswers.Of(import);
    }
}
