using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Read)]
public sealed record GetChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId) : IRequest<ChangeRequestDetails>;

internal sealed class GetChangeRequestHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetChangeRequest, ChangeRequestDetails>
{
    public async Task<ChangeRequestDetails> Handle(GetChangeRequest query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db
                .ChangeRequests.Where(c => c.CommitmentId == query.CommitmentId && c.Id == query.ChangeRequestId)
                .ProjectTo<ChangeRequestDetails>(maps)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("changeRequest");
    }
}
