using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;

namespace PartnershipTracker.Application.Engagement;

/// <summary>Removes what was recorded by mistake; the history keeps it.</summary>
[Needs(Right.Contribute)]
public sealed record RemoveEngagement(CommunityEngagementId EngagementId) : IRequest;

internal sealed class RemoveEngagementHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveEngagement>
{
    public async Task<Unit> Handle(RemoveEngagement command, CancellationToken ct)
    {
        var engagement = await db.Engagements.VisibleTo(db, user).GetAsync("engagement", e => e.Id == command.EngagementId, ct);
        await db.MustRecordForAsync(user, engagement.Subject, ct);
        engagement.MustBeExpectedBy(user).Remove();
        db.Engagements.Remove(engagement);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
