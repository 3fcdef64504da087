using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>The report links with which a contact can report now. The caller saves.</summary>
internal sealed class OpenReportLinks(ITrackerDb db, ICurrentUser user, ReportLinkMailer mailer, TimeProvider time)
{
    /// <summary>
    /// Revokes the open links of a contact and sends a new one for each to another contact, or to the new address of the same. A link is
    /// never handed on itself, because its mail stays where it was sent.
    /// </summary>
    /// <exception cref="DomainException">Too many mails were sent to the address or for the organization.</exception>
    public async Task ReplaceAsync(ContactId holder, Contact to, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var held = await db
            .ReportLinks.Where(l => l.ContactId == holder && l.UsedAt == null && l.RevokedAt == null && l.HandedOverAt == null)
            .ToListAsync(ct);
        foreach (var link in held.Where(l => l.StateAt(now) == ReportLinkState.Open))
        {
            link.Revoke(now);
            foreach (var invited in await db.ReportLinks.Where(l => l.PassedOnFrom == link.Id && l.ContactId == null).ToListAsync(ct))
                invited.Revoke(now);
            if (await db.IsPartyAsync(link.CommitmentId, to.OrganizationId, ct))
                await SendAsync(link, to, now, ct);
        }
    }

    private async Task SendAsync(ReportLink link, Contact to, DateTimeOffset now, CancellationToken ct)
    {
        var commitment = await db.GetDetailsAsync(link.CommitmentId, user, now, ct);
        if (commitment.Status == CommitmentStatus.Active)
            await mailer.SendLinkAsync(commitment, to, link.Reason, ct);
    }
}
