using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Idempotency;

/// <summary>Removes the stored answers whose keys have expired.</summary>
[Needs(Right.Administer)]
public sealed record PurgeIdempotencyRecords : IRequest<int>;

internal sealed class PurgeIdempotencyRecordsHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<PurgeIdempotencyRecords, int>
{
    public Task<int> Handle(PurgeIdempotencyRecords command, CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - IdempotencyRecord.RetentionPeriod;
        return db.IdempotencyRecords.Where(a => a.At < oldest).ExecuteDeleteAsync(ct);
    }
}
