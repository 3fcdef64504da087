using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Voices;

/// <summary>What the page of all voices on a commitment says about the commitment itself.</summary>
[Needs(Right.Read)]
public sealed record GetVoicesHead(CommitmentId CommitmentId) : IRequest<VoicesHead>;

/// <param name="OrganizationId">The accountable organization.</param>
/// <param name="Diverging">How many voices differ from what was reported complete, accepted or closed as completed.</param>
public sealed record VoicesHead(string Title, Guid OrganizationId, string OrganizationName, int Diverging);

internal sealed class GetVoicesHeadHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetVoicesHead, VoicesHead>
{
    public async Task<VoicesHead> Handle(GetVoicesHead query, CancellationToken ct)
    {
        var diverging = db.Voices.WhereDiverging(db);
        return await db
                .Commitments.VisibleTo(db, user)
                .Where(c => c.Id == query.CommitmentId)
                .Select(c => new VoicesHead(
                    c.Title,
                    c.OrganizationId.Value,
                    db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(),
                    diverging.Count(v => v.CommitmentId == c.Id)
                ))
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("commitment");
    }
}
