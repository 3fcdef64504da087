using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Mails participants their personal link. The caller saves participants and mails together.</summary>
public sealed class InvitationSender(ITrackerDb db, IDialogueLetters words, ILetterRenderer letters, MailAllowance allowance)
{
    /// <exception cref="DomainException">Too many mails were sent to one of them or for the organization.</exception>
    public async Task SendAsync(Dialogue dialogue, IReadOnlyList<(Participant Participant, string Token)> invited, CancellationToken ct)
    {
        var zone = Codes.TimeZone(dialogue.TimeZone);
        var organization = await db.Organizations.Where(o => o.Id == dialogue.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        var mails = new List<OutgoingMail>();
        foreach (var (participant, token) in invited)
        {
            var invitation = new DialogueInvitation(
                token,
                participant.Name!,
                dialogue.Title,
                dialogue.Question,
                organization,
                dialogue.StartsOn,
                dialogue.StartTime,
                dialogue.TimeZone,
                dialogue.Place,
                dialogue.Link,
                DueDay.Today(participant.LinkExpiresAt.AddTicks(-1), zone)
            );
            var mail = await letters.RenderAsync(participant.Email!, language: null, () => words.Of(invitation));
            participant.SentBy(mail.Id);
            mails.Add(mail);
        }

        await allowance.AddAsync(mails, ct);
    }
}
