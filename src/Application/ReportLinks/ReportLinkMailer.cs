using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

/// <summary>Creates report links and mails to their holders. The caller saves link and mail together.</summary>
public sealed class ReportLinkMailer(
    ITrackerDb db,
    ILinkLetters words,
    ILetterRenderer letters,
    MailAllowance allowance,
    DecisionContexts contexts
)
{
    /// <exception cref="DomainException">Too many mails were sent to the contact or for the organization.</exception>
    public async Task<ReportLink> SendLinkAsync(CommitmentDetails commitment, Contact contact, string? reason, CancellationToken ct)
    {
        var term = TermOf(commitment);
        var (link, token) = ReportLink.Make(new CommitmentId(commitment.Id), contact, reason, term.Now, term.ExpiresAt);
        var letter = new ReportRequestLetter(commitment, token, contact.Name, term.LastDay, link.Reason);
        link.SentBy(await RequestAsync(contact.Email, contact.Language, letter, ct));
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
        var letter = new TakeOverRequestLetter(commitment, token, holder.Name, organization, term.LastDay);
        own.SentBy(await RequestAsync(colleague.Email, holder.Language, letter, ct));
        db.ReportLinks.Add(own);
    }

    /// <summary>Answers the holder of a link; not limited.</summary>
    /// <param name="language">The language of the recipient; English if null.</param>
    public async Task<MailId> SendAsync(string address, string? language, LinkLetter letter)
    {
        var mail = await RenderAsync(address, language, letter);
        db.Mails.Add(mail);
        return mail.Id;
    }

    private async Task<MailId> RequestAsync(string address, string? language, LinkLetter letter, CancellationToken ct)
    {
        var mail = await RenderAsync(address, language, letter);
        await allowance.AddAsync(mail, ct);
        return mail.Id;
    }

    private Task<OutgoingMail> RenderAsync(string address, string? language, LinkLetter letter) =>
        letters.RenderAsync(address, language, () => words.Of(letter));

    /// <summary>A link expires at the end of a day in the time zone of the accountable organization.</summary>
    private Term TermOf(CommitmentDetails commitment)
    {
        var context = contexts.Of(commitment.TimeZone, commitment.Facts.HasContact);
        return new Term(context.Now, context.EndOf(context.LinkLastDay), context.LinkLastDay);
    }

    private sealed record Term(DateTimeOffset Now, DateTimeOffset ExpiresAt, DateOnly LastDay);
}
