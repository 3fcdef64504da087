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
public sealed record RenewReportLink(string Token) : IRequest;

internal sealed class RenewReportLinkHandler(ITrackerDb db, CurrentUser user, ReportLinkMailer mailer, TimeProvider time)
    : IRequestHandler<RenewReportLink>
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public async Task<Unit> Handle(RenewReportLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        if (!link.IsRenewableAt(now) || await db.HolderAsync(link, ct) is not { } holder)
            return Unit.Value;
        if (!await db.IsPartyAsync(link.CommitmentId, link.OrganizationId, ct))
            return Unit.Value;
        if (
            await db.ReportLinks.AnyAsync(
                l => l.CommitmentId == link.CommitmentId && l.ContactId == link.ContactId && l.CreatedAt > now - Rest,
                ct
            )
        )
            return Unit.Value;

        user.ActAsHolder(holder.Id, link.OrganizationId);
        var commitment = await db.GetDetailsAsync(link.CommitmentId, user, now, ct);
        if (commitment.Status != CommitmentStatus.Active)
            return Unit.Value;
        await mailer.SendLinkAsync(commitment, holder, reason: null, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
