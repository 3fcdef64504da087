using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

internal static class LinkAccess
{
    /// <summary>
    /// Report links may be seen by the secretariat, the accountable organization and the organizations that support the commitment.
    /// </summary>
    /// <returns>The commitment with its supporters, not tracked.</returns>
    public static async Task<Commitment> CommitmentOfLinksAsync(this ITrackerDb db, ICurrentUser user, CommitmentId id, CancellationToken ct)
    {
        var commitment = await db.Commitments.AsNoTracking().VisibleTo(db, user).Include(c => c.Supporters).GetAsync("commitment", c => c.Id == id, ct);
        if (user.Role != Role.Secretariat && !(user.OrganizationId is { } own && commitment.IsParty(own))) throw AccessErrors.NotYourOrganization();
        return commitment;
    }

    /// <summary>All links for the secretariat; for others those of their own organization.</summary>
    public static IQueryable<ReportLink> VisibleTo(this IQueryable<ReportLink> links, ICurrentUser user) =>
        user.Role == Role.Secretariat ? links : links.Where(l => l.OrganizationId == user.OrganizationId);
}
