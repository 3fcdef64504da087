using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

internal static class LinkAccess
{
    /// <summary>Links are the business of the secretariat and of the organizations that answer for the commitment or support it.</summary>
    public static void MustSeeLinksOf(this ICurrentUser user, CommitmentDetails commitment)
    {
        if (user.Role != Role.Secretariat && !(user.OrganizationId is { } own && commitment.IsParty(own))) throw AccessErrors.NotYourOrganization();
    }

    /// <summary>All of them, or those of one's own people.</summary>
    public static IQueryable<ReportLink> VisibleTo(this IQueryable<ReportLink> links, ICurrentUser user) =>
        user.Role == Role.Secretariat ? links : links.Where(l => l.OrganizationId == user.OrganizationId);

    public static bool IsParty(this CommitmentDetails commitment, OrganizationId organization) =>
        commitment.OrganizationId == organization.Value || commitment.Supporters.Any(s => s.OrganizationId == organization.Value);
}
