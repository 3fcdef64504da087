using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Whoever came with a link that is spent asks for a fresh one. It goes to the contact's own address, at most once an hour.</summary>
[Needs(Right.UseLink)]
public sealed record RenewReportLink(string Token) : IRequest;

internal sealed class RenewReportLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, ReportLinkMailer post, TimeProvider time) : IRequestHandler<RenewReportLink>
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public async Task<Unit> Handle(RenewReportLink command, CancellationToken ct)
    {
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        var (now, page) = (time.GetUtcNow(), await mediator.Send(new OpenReportLink(command.Token), ct));
        if (!page.CanRenew || await db.HolderAsync(link, ct) is not { } holder) return Unit.Value;
        if (await db.ReportLinks.AnyAsync(l => l.CommitmentId == link.CommitmentId && l.ContactId == link.ContactId && l.CreatedAt > now - Rest, ct)) return Unit.Value;

        user.ActAs(holder.Id, link.OrganizationId, Role.Reporter);
        await post.SendLinkAsync(await mediator.Send(new GetCommitment(link.CommitmentId), ct), holder, reason: null, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
