using System.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Removes uploads and dry runs that nobody has imported within a month, with their files.</summary>
[Needs(Right.Administer)]
public sealed record PurgeImportDrafts : IRequest<int>
{
    /// <summary>Counted from the last change.</summary>
    public static readonly TimeSpan RetentionPeriod = TimeSpan.FromDays(30);
}

internal sealed class PurgeImportDraftsHandler(ITrackerDb db, IFileStore files, TimeProvider time) : IRequestHandler<PurgeImportDrafts, int>
{
    private const int MaxAtOnce = 100;

    /// <returns>The number of imports that were removed.</returns>
    public async Task<int> Handle(PurgeImportDrafts command, CancellationToken ct)
    {
        var until = time.GetUtcNow() - PurgeImportDrafts.RetentionPeriod;
        var old = db.Imports.Where(i => i.DryRun && i.UpdatedAt < until && i.State != ImportState.Queued && i.State != ImportState.Running);
        var found = await old.OrderBy(i => i.Seq).Take(MaxAtOnce).Select(i => new { i.Id, i.StoredFile }).ToListAsync(ct);
        var removed = 0;
        foreach (var import in found)
        {
            await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
            await db.ImportItems.Where(i => i.ImportId == import.Id).ExecuteDeleteAsync(ct);
            await db.DeferredWork.Where(w => w.Kind == DeferredKind.Import && w.SubjectId == import.Id.Value).ExecuteDeleteAsync(ct);
            if (await old.Where(i => i.Id == import.Id).ExecuteDeleteAsync(ct) == 0)
                continue;
            await transaction.CommitAsync(ct);
            removed++;

            // After the row: a file that nothing names is only lost space, but a row without its file would be offered in vain.
            files.Delete(import.StoredFile);
        }

        return removed;
    }
}
