using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Mails a contact a link for reporting without an account. The link is shown nowhere except in the mail.</summary>
/// <param name="Reason">Why a report is requested; quoted in the mail.</param>
[Needs(Right.ManagePeople)]
public sealed record SendReportLink(CommitmentId CommitmentId, ContactId ContactId, string? Reason = null) : IRequest<ReportLinkId>;

internal sealed class SendReportLinkValidator : AbstractValidator<SendReportLink>
{
    public SendReportLinkValidator() => RuleFor(s => s.Reason).Optional(Limits.ReportLinkReason);
}

internal sealed class SendReportLinkHandler(ITrackerDb db, ICurrentUser user, ReportLinkMailer mailer, TimeProvider time)
    : IRequestHandler<SendReportLink, ReportLinkId>
{
    public async Task<ReportLinkId> Handle(SendReportLink command, CancellationToken ct)
    {
        await db.MustSeeLinksOfAsync(user, command.CommitmentId, ct);
        var commitment = await db.GetDetailsAsync(command.CommitmentId, user, time.GetUtcNow(), ct);
        if (commitment.Status != CommitmentStatus.Active)
            throw CommitmentErrors.NotActive(commitment.Status);
        var contact = await db.Contacts.GetAsync("contact", c => c.Id == command.ContactId, ct);
        if (!await db.IsPartyAsync(command.CommitmentId, contact.OrganizationId, ct))
            throw DomainException.NotFound("contact");
        user.MustActFor(contact.OrganizationId);

        var link = await mailer.SendLinkAsync(commitment, contact, command.Reason, ct);
        await db.SaveChangesAsync(ct);
        return link.Id;
    }
}
