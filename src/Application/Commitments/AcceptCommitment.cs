using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record AcceptCommitment(CommitmentId CommitmentId) : IRequest;

internal sealed class AcceptCommitmentHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AcceptCommitment>
{
    public async Task<Unit> Handle(AcceptCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBelongTo(commitment.OrganizationId);
        commitment.Accept();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
