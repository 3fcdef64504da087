using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Submit)]
public sealed record RemoveSupporter(CommitmentId CommitmentId, OrganizationId OrganizationId) : IRequest;

internal sealed class RemoveSupporterHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveSupporter>
{
    public async Task<Unit> Handle(RemoveSupporter command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        commitment.RemoveSupporter(command.OrganizationId);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
