using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>Makes the partnership and its accepted commitments public, or stops that.</summary>
[Needs(Right.Administer)]
public sealed record PublishPartnership(PartnershipId PartnershipId, bool IsPublished) : IRequest;

internal sealed class PublishPartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<PublishPartnership>
{
    public async Task<Unit> Handle(PublishPartnership command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        if (command.IsPublished) partnership.Publish();
        else partnership.Unpublish();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
