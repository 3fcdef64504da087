using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Read)]
public sealed record GetCommitment(CommitmentId CommitmentId) : IRequest<CommitmentDetails>;

internal sealed class GetCommitmentHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetCommitment, CommitmentDetails>
{
    public Task<CommitmentDetails> Handle(GetCommitment query, CancellationToken ct) =>
        db.GetDetailsAsync(query.CommitmentId, user, time.GetUtcNow(), ct);
}
