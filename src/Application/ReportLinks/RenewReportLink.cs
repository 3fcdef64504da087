using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>
/// Requests a new link to replace one that no longer works. It is sent only to the contact's own address, at most once an hour.
/// </summary>
[Needs(Right.UseLink)]
public sealed record RenewReportLink(string Token) : IRequest<LinkRenewal>;

public enum LinkRenewalOutcome
{
    Sent,

    /// <summary>The last link was sent less than an hour ago.</summary>
    TooSoon,

    /// <summary>The person can no longer report on the commitment.</summary>
    NotPossible,
}

/// <param name="PossibleAt">When another link can be requested, if it is too soon now.</param>
public sealed record LinkRenewal(LinkRenewalOutcome Outcome, DateTimeOffset? PossibleAt = null);

internal sealed class RenewReportLinkHandler(ITrackerDb db, CurrentUser user, ReportLinkMailer mailer, TimeProvider time)
    : IRequestHandler<RenewReportLink, LinkRenewal>
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private static readonly LinkRenewal NotPossible = new(LinkRenewalOutcome.NotPossible);

    public async Task<LinkRenewal> Handle(RenewReportLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        if (!link.IsRenewableAt(now) || await db.HolderAsync(link, ct) is not { } holder)
            return NotPossible;
        if (!await db.IsPartyAsync(link.CommitmentId, link.OrganizationId, ct))
            return NotPossible;
        var last = await db
            .ReportLinks.Where(l => l.CommitmentId == link.CommitmentId && l.ContactId == link.ContactId)
            .MaxAsync(l => (DateTimeOffset?)l.CreatedAt, ct);
        if (last > now - Rest)
            return new LinkRenewal(LinkRenewalOutcome.TooSoon, last + Rest);

        user.ActAsHolder(holder.Id, link.OrganizationId);
        var commitment = await db.GetDetailsAsync(link.CommitmentId, user, now, ct);
        if (commitment.Status != CommitmentStatus.Active)
            return NotPossible;
        await mailer.SendLinkAsync(commitment, holder, reason: null, ct);
        await db.SaveChangesAsync(ct);
        return new LinkRenewal(LinkRenewalOutcome.Sent);
    }
}
