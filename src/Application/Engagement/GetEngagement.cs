using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

[Needs(Right.Read)]
public sealed record GetEngagement(CommunityEngagementId EngagementId) : IRequest<EngagementDetails>;

internal sealed class GetEngagementHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetEngagement, EngagementDetails>
{
    public Task<EngagementDetails> Handle(GetEngagement query, CancellationToken ct)
    {
        return db
            .Engagements.VisibleTo(db, user)
            .Where(e => e.Id == query.EngagementId)
            .AsDetails(db)
            .GetAsync("engagement", _ => true, ct);
    }
}
