using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

[Needs(Right.Administer)]
public sealed record GetDeferredWork(DeferredWorkId DeferredWorkId) : IRequest<DeferredWorkDetails>;

internal sealed class GetDeferredWorkHandler(ITrackerDb db) : IRequestHandler<GetDeferredWork, DeferredWorkDetails>
{
    public async Task<DeferredWorkDetails> Handle(GetDeferredWork query, CancellationToken ct)
    {
        var work = await db.DeferredWork.AsNoTracking().GetAsync("deferredWork", w => w.Id == query.DeferredWorkId, ct);
        return (await db.DescribeAsync([work], ct))[0];
    }
}
