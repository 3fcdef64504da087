using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>How far the history is sealed.</summary>
[Needs(Right.Audit)]
public sealed record GetAuditHead : IRequest<AuditChainState>;

/// <param name="Number">The number of sealed entries.</param>
/// <param name="Hash">The hash of the last one, SHA-256 in lower-case hex; null while none is sealed.</param>
/// <param name="Unsealed">Entries that wait to be sealed, which happens within about a minute.</param>
public sealed record AuditChainState(long Number, string? Hash, long Unsealed);

internal sealed class GetAuditHeadHandler(ITrackerDb db) : IRequestHandler<GetAuditHead, AuditChainState>
{
    public async Task<AuditChainState> Handle(GetAuditHead query, CancellationToken ct)
    {
        var head = await db.History.HeadAsync(ct);
        return new AuditChainState(head?.Number ?? 0, head?.Hash, await db.History.LongCountAsync(h => h.Number == null, ct));
    }
}
