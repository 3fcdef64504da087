using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>Whether the caller leads a partnership: runs its health checks and records its community engagement.</summary>
[Needs(Right.Read)]
public sealed record GetLeadership(PartnershipId PartnershipId) : IRequest<bool>;

internal sealed class GetLeadershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetLeadership, bool>
{
    public Task<bool> Handle(GetLeadership query, CancellationToken ct) => db.LeadsAsync(user, query.PartnershipId, ct);
}
