using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Writes invitations in the name of the caller, who saves them.</summary>
internal sealed class InvitationMailer(ITrackerDb db, ICurrentUser user, ILetterRenderer letters, MailAllowance allowance)
{
    /// <param name="organization">The name of the person's organization; null where they have none.</param>
    /// <exception cref="DomainException">Too many mails were sent to the person or for the caller's organization.</exception>
    public async Task InviteAsync(User person, string? organization, CancellationToken ct)
    {
        var inviter = await InviterAsync(ct);
        var language = person.Language ?? await db.LanguageOfAsync(person.Email, ct);
        var mail = await letters.RenderAsync(person.Email, language, () => LetterOf(inviter, person.Role, organization, person.Email));
        await allowance.AddAsync(mail, ct);
    }

    /// <summary>The name of a person if known; otherwise the name that the history uses.</summary>
    private async Task<string> InviterAsync(CancellationToken ct)
    {
        var name = user.Actor is { Kind: ActorKind.User, Id: { } id }
            ? await db.Users.Where(u => u.Id == new UserId(id)).Select(u => u.Name).SingleOrDefaultAsync(ct)
            : null;
        return name ?? (await HistoryNames.ReadAsync(db, user, [user.Actor], [], [], ct)).Actors[user.Actor];
    }

    private static Letter LetterOf(string inviter, Role role, string? organization, string email) =>
        new(
            Texts.Mail("invite", inviter),
            [
                organization is null ? Texts.Mail("invite.as", role) : Texts.Mail("invite.asOf", role, organization),
                Texts.Mail("invite.how", email),
            ],
            new LetterLink(Texts.Mail("signIn.button"), "sign-in"),
            [Texts.Mail("invite.why", inviter)]
        );
}
