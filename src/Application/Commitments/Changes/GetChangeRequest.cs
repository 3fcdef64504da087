using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Read)]
public sealed record GetChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId) : IRequest<ChangeRequestDetails>;

internal sealed class GetChangeRequestHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetChangeRequest, ChangeRequestDetails>
{
    public Task<ChangeRequestDetails> Handle(GetChangeRequest query, CancellationToken ct) =>
        db.GetPartAsync(
            user,
            query.CommitmentId,
            db.ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId && c.Id == query.ChangeRequestId)
                .ProjectTo<ChangeRequestDetails>(maps),
            "changeRequest",
            ct
        );
}
