using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Mails a contact a link with which they report without an account. Nobody but the mail ever shows it.</summary>
/// <param name="Reason">Why it is asked for; the mail says it.</param>
[Needs(Right.ManagePeople)]
public sealed record SendReportLink(CommitmentId CommitmentId, ContactId ContactId, string? Reason = null) : IRequest<ReportLinkId>;

internal sealed class SendReportLinkValidator : AbstractValidator<SendReportLink>
{
    public SendReportLinkValidator() => RuleFor(s => s.Reason).Optional(ReportLink.ReasonMaxLength);
}

internal sealed class SendReportLinkHandler(ITrackerDb db, ICurrentUser user, IMediator mediator, LinkPost post) : IRequestHandler<SendReportLink, ReportLinkId>
{
    public async Task<ReportLinkId> Handle(SendReportLink command, CancellationToken ct)
    {
        var commitment = await mediator.Send(new GetCommitment(command.CommitmentId), ct);
        user.MustSeeLinksOf(commitment);
        if (commitment.Status != CommitmentStatus.Active) throw CommitmentErrors.NotActive(commitment.Status);
        var contact = await db.Contacts.GetAsync("contact", c => c.Id == command.ContactId, ct);
        if (!commitment.IsParty(contact.OrganizationId)) throw DomainException.NotFound("contact");
        user.MustActFor(contact.OrganizationId);

        var link = await post.SendLinkAsync(commitment, contact, command.Reason, ct);
        await db.SaveChangesAsync(ct);
        return link.Id;
    }
}

/// <summary>Whoever came with a link that is spent asks for a fresh one. It goes to the contact's own address, at most once an hour.</summary>
[Needs(Right.UseLink)]
public sealed record RenewReportLink(string Token) : IRequest;

internal sealed class RenewReportLinkHandler(ITrackerDb db, CurrentUser user, IMediator mediator, LinkPost post, TimeProvider time) : IRequestHandler<RenewReportLink>
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

[Needs(Right.ManagePeople)]
public sealed record RevokeReportLink(CommitmentId CommitmentId, ReportLinkId ReportLinkId) : IRequest;

internal sealed class RevokeReportLinkHandler(ITrackerDb db, ICurrentUser user, IMediator mediator, TimeProvider time) : IRequestHandler<RevokeReportLink>
{
    public async Task<Unit> Handle(RevokeReportLink command, CancellationToken ct)
    {
        user.MustSeeLinksOf(await mediator.Send(new GetCommitment(command.CommitmentId), ct));
        var link = await db.ReportLinks.VisibleTo(user).GetAsync("reportLink", l => l.Id == command.ReportLinkId && l.CommitmentId == command.CommitmentId, ct);
        var now = time.GetUtcNow();
        link.Revoke(now);

        // Nobody can say yes any more to what came from it.
        foreach (var invitation in await db.ReportLinks.Where(l => l.PassedOnFrom == link.Id && l.ContactId == null).ToListAsync(ct)) invitation.Revoke(now);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

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
