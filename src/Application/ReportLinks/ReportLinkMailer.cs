using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Creates report links and mails to their holders. The caller saves link and mail together.</summary>
public sealed class ReportLinkMailer(ITrackerDb db, ILinkLetters words, ILetterRenderer letters, DecisionContexts contexts)
{
    public async Task<ReportLink> SendLinkAsync(CommitmentDetails commitment, Contact contact, string? reason)
    {
        var term = TermOf(commitment);
        var (link, token) = ReportLink.Make(new CommitmentId(commitment.Id), contact, reason, term.Now, term.ExpiresAt);
        link.SentBy(
            await SendAsync(contact.Email, contact.Language, new PleaseReport(commitment, token, contact.Name, term.LastDay, link.Reason))
        );
        db.ReportLinks.Add(link);
        return link;
    }

    /// <param name="before">The number of colleagues already named with this link.</param>
    public async Task PassOnAsync(
        CommitmentDetails commitment,
        ReportLink link,
        Contact holder,
        Colleague colleague,
        int before,
        CancellationToken ct
    )
    {
        var term = TermOf(commitment);
        var (own, token) = link.PassOn(colleague, before, term.Now, term.ExpiresAt);
        var organization = await db.Organizations.Where(o => o.Id == link.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        own.SentBy(
            await SendAsync(
                colleague.Email,
                holder.Language,
                new PleaseTakeOver(commitment, token, holder.Name, organization, term.LastDay)
            )
        );
        db.ReportLinks.Add(own);
    }

    /// <param name="language">The language of the recipient; English if null.</param>
    public async Task<MailId> SendAsync(string address, string? language, LinkLetter letter)
    {
        var mail = await letters.RenderAsync(address, language, () => words.Of(letter));
        db.Mails.Add(mail);
        return mail.Id;
    }

    /// <summary>A link expires at the end of a day in the time zone of the accountable organization.</summary>
    private Term TermOf(CommitmentDetails commitment)
    {
        var context = contexts.Of(commitment.TimeZone, commitment.Facts.HasContact);
        return new Term(context.Now, context.EndOf(context.LinkLastDay), context.LinkLastDay);
    }

    private sealed record Term(DateTimeOffset Now, DateTimeOffset ExpiresAt, DateOnly LastDay);
}
