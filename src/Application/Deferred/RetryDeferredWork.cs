using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Tries an item again at once and resets its attempts.</summary>
[Needs(Right.Administer)]
public sealed record RetryDeferredWork(DeferredWorkId DeferredWorkId) : IRequest<DeferredWorkDetails>;

internal sealed class RetryDeferredWorkHandler(ITrackerDb db, IServiceProvider workers) : IRequestHandler<RetryDeferredWork, DeferredWorkDetails>
{
    public async Task<DeferredWorkDetails> Handle(RetryDeferredWork command, CancellationToken ct)
    {
        var work = await db.DeferredWork.GetAsync("deferredWork", w => w.Id == command.DeferredWorkId, ct);
        if (work.ParkedAt is not null) await workers.GetRequiredKeyedService<IDeferredWorker>(work.Kind).RetriedAsync(work.SubjectId, ct);
        work.Retry();
        await db.SaveChangesAsync(ct);
        return (await db.DescribeAsync([work], ct))[0];
    }
}
