using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Submit)]
public sealed record SubmitCommitment(CommitmentId CommitmentId) : IRequest;

internal sealed class SubmitCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<SubmitCommitment>
{
    public async Task<Unit> Handle(SubmitCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var isActive = await db.Partnerships.AnyAsync(p => p.Id == commitment.PartnershipId && p.Status == PartnershipStatus.Active, ct);
        commitment.Submit(isActive, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
