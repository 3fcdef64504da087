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

/// <summary>What we write to people who report by link.</summary>
/// <param name="Token">Opens the link that the mail brings; null where it brings none.</param>
public abstract record LinkLetter(CommitmentDetails Commitment, string? Token);

/// <param name="ExpiresOn">The last day on which the link works, where the organization is.</param>
/// <param name="Reason">Why it is asked for, in the words of who asks.</param>
public sealed record PleaseReport(CommitmentDetails Commitment, string Token, string Name, DateOnly ExpiresOn, string? Reason) : LinkLetter(Commitment, Token);

/// <summary>To somebody whom a contact has named. It has no word of the contact's, so that nobody can write to strangers through us.</summary>
public sealed record PleaseTakeOver(CommitmentDetails Commitment, string Token, string NamedBy, string Organization, DateOnly ExpiresOn) : LinkLetter(Commitment, Token);

public sealed record TakenOver(CommitmentDetails Commitment, string Name, string By) : LinkLetter(Commitment, null);

public sealed record ReportReceived(CommitmentDetails Commitment, string Name, ProgressReportDetails Report) : LinkLetter(Commitment, null);

/// <summary>Finds the words, in the current language.</summary>
public interface ILinkLetters
{
    Letter Of(LinkLetter letter);
}

/// <summary>Makes links and writes to those who hold them. Link and mail are saved together, by the caller.</summary>
public sealed class ReportLinkMailer(ITrackerDb db, ILinkLetters words, ILetterRenderer letters, DecisionContexts contexts, AccountabilityRules rules)
{
    public async Task<ReportLink> SendLinkAsync(CommitmentDetails commitment, Contact contact, string? reason, CancellationToken ct)
    {
        var (now, expiresAt, lastDay) = await TermAsync(commitment, ct);
        var (link, token) = ReportLink.Make(new CommitmentId(commitment.Id), contact, reason, now, expiresAt);
        link.SentBy(await SendAsync(contact.Email, contact.Language, new PleaseReport(commitment, token, contact.Name, lastDay, link.Reason)));
        db.ReportLinks.Add(link);
        return link;
    }

    /// <param name="before">How many colleagues were named through this link already.</param>
    public async Task PassOnAsync(CommitmentDetails commitment, ReportLink link, Contact holder, Colleague colleague, int before, CancellationToken ct)
    {
        var (now, expiresAt, lastDay) = await TermAsync(commitment, ct);
        var (own, token) = link.PassOn(colleague, before, now, expiresAt);
        var organization = await db.Organizations.Where(o => o.Id == link.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        own.SentBy(await SendAsync(colleague.Email, holder.Language, new PleaseTakeOver(commitment, token, holder.Name, organization, lastDay)));
        db.ReportLinks.Add(own);
    }

    /// <param name="language">Of the reader; null where nobody has said.</param>
    public async Task<MailId> SendAsync(string address, string? language, LinkLetter letter)
    {
        var mail = await Texts.InAsync(language, () => letters.RenderAsync(address, words.Of(letter)));
        db.Mails.Add(mail);
        return mail.Id;
    }

    /// <summary>A link works until the end of a day, where the accountable organization is.</summary>
    private async Task<(DateTimeOffset Now, DateTimeOffset ExpiresAt, DateOnly LastDay)> TermAsync(CommitmentDetails commitment, CancellationToken ct)
    {
        var moment = await contexts.OfAsync(new OrganizationId(commitment.OrganizationId), ct);
        var lastDay = moment.Today.AddDays(rules.LinkDays);
        return (moment.Now, moment.EndOf(lastDay), lastDay);
    }
}

internal static class LinkHolders
{
    private const int MaxTokenLength = 100;

    /// <exception cref="DomainException">There is no such link.</exception>
    public static async Task<ReportLink> GetByTokenAsync(this IQueryable<ReportLink> links, string token, CancellationToken ct)
    {
        if (token.Length > MaxTokenLength) throw DomainException.NotFound("reportLink");
        var hash = Domain.Access.Secret.HashOf(token);
        return await links.GetAsync("reportLink", l => l.Hash == hash, ct);
    }

    /// <returns>Who holds the link; null when they are no contact any more, or not yet.</returns>
    public static Task<Contact?> HolderAsync(this ITrackerDb db, ReportLink link, CancellationToken ct) =>
        db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == link.ContactId && c.OrganizationId == link.OrganizationId, ct);

    /// <summary>From here on the scope acts as whoever holds the link, for their organization.</summary>
    public static void ActAs(this CurrentUser user, ContactId contact, OrganizationId organization, Domain.Access.Role role) =>
        user.SignIn(new Actor(ActorKind.Contact, contact.Value), role, organization);

    /// <returns>Whether the organization answers for the commitment, or supports it.</returns>
    public static Task<bool> IsPartyAsync(this ITrackerDb db, CommitmentId commitment, OrganizationId organization, CancellationToken ct) =>
        db.Commitments.AnyAsync(c => c.Id == commitment && (c.OrganizationId == organization || c.Supporters.Any(s => s.OrganizationId == organization)), ct);
}
