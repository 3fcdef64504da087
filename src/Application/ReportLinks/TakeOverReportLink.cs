using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>
/// Accepts taking over from a colleague: the person becomes a contact of the organization, and the link of the colleague who named them is
/// closed.
/// </summary>
[Needs(Right.UseLink)]
public sealed record TakeOverReportLink(string Token) : IRequest;

internal sealed class TakeOverReportLinkHandler(ITrackerDb db, CurrentUser user, ReportLinkMailer mailer, TimeProvider time)
    : IRequestHandler<TakeOverReportLink>
{
    public async Task<Unit> Handle(TakeOverReportLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var link = await db.ReportLinks.GetByTokenAsync(command.Token, ct);
        link.MustBe(ReportLinkState.Invited, now);
        var (name, email) = link.Colleague!;
        var from = await db.ReportLinks.SingleAsync(l => l.Id == link.PassedOnFrom, ct);
        var sender = await db.HolderAsync(from, ct);

        // A person who is already a contact is not added again.
        var organization = await db.Organizations.Include(o => o.Contacts).GetAsync(link.OrganizationId, ct);
        var hadContact = organization.Contacts.Count > 0;
        var contact =
            organization.Contacts.FirstOrDefault(c => c.Email == email)
            ?? organization.AddContact(name, email, ContactRole.Alternate, sender?.Language);
        link.TakeOver(contact.Id, from, now);

        user.ActAsHolder(contact.Id, link.OrganizationId);
        if (sender is not null)
            await mailer.SendAsync(
                sender.Email,
                sender.Language,
                new TakenOver(await db.GetDetailsAsync(link.CommitmentId, user, now, ct), sender.Name, contact.Name)
            );
        await db.SaveContactsAsync(organization, hadContact, ct);
        return Unit.Value;
    }
}
