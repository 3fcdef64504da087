using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

[Needs(Right.ManagePeople)]
public sealed record RevokeReportLink(CommitmentId CommitmentId, ReportLinkId ReportLinkId) : IRequest;

internal sealed class RevokeReportLinkHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeReportLink>
{
    public async Task<Unit> Handle(RevokeReportLink command, CancellationToken ct)
    {
        await db.MustSeeLinksOfAsync(user, command.CommitmentId, ct);
        var link = await db
            .ReportLinks.VisibleTo(user)
            .GetAsync("reportLink", l => l.Id == command.ReportLinkId && l.CommitmentId == command.CommitmentId, ct);
        var now = time.GetUtcNow();
        link.Revoke(now);

        // Links of colleagues who were named with this link are revoked, too.
        foreach (var invitation in await db.ReportLinks.Where(l => l.PassedOnFrom == link.Id && l.ContactId == null).ToListAsync(ct))
            invitation.Revoke(now);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
