using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

internal static class LinkAccess
{
    /// <summary>
    /// Report links may be seen by the secretariat, the accountable organization and the organizations that support the commitment.
    /// </summary>
    /// <exception cref="DomainException">The commitment does not exist or is hidden (not found), or none of its links may be
    /// seen.</exception>
    public static async Task MustSeeLinksOfAsync(this ITrackerDb db, ICurrentUser user, CommitmentId id, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(id, ct);
        if (user.Role != Role.Secretariat && !(user.OrganizationId is { } own && await db.IsPartyAsync(id, own, ct)))
            throw AccessErrors.NotYourOrganization();
    }

    /// <summary>All links for the secretariat; for others those of their own organization.</summary>
    public static IQueryable<ReportLink> VisibleTo(this IQueryable<ReportLink> links, ICurrentUser user) =>
        user.Role == Role.Secretariat ? links : links.Where(l => l.OrganizationId == user.OrganizationId);
}
