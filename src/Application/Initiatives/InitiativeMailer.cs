using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Notices;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>
/// Writes the board's answer to whoever proposed an initiative. Called after the decision; the caller saves both together.
/// </summary>
internal sealed class InitiativeMailer(ITrackerDb db, ILetterRenderer letters)
{
    public async Task TellProposerAsync(Initiative initiative, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var to in await AddresseesAsync(initiative, ct))
        {
            var mail = await letters.RenderAsync(to.Email, to.Language, () => LetterOf(initiative, to));
            db.Mails.Add(mail);
            db.Notices.Add(new Notice(initiative.Id.Value, NoticeKind.Decision, 0, initiative.Version, to.Person, mail.Id, now));
        }
    }

    /// <summary>The mail that is not sent.</summary>
    public async Task<DecisionPreview> PreviewAsync(Initiative initiative, CancellationToken ct)
    {
        var addressees = await AddresseesAsync(initiative, ct);
        var letter = LetterOf(initiative, addressees.Count == 1 ? addressees[0] : Addressee.Somebody);
        return new DecisionPreview(letter.Subject, letter.Sentences, [.. addressees.Select(to => to.Name).OfType<string>()]);
    }

    /// <summary>
    /// The person who proposed it, also through a key. Where they have no access any more, or no person proposed it, the contacts of the
    /// organization that would carry it: its focal points, or the others where it has none.
    /// </summary>
    private async Task<IReadOnlyList<Addressee>> AddresseesAsync(Initiative initiative, CancellationToken ct)
    {
        if (initiative.ProposedBy.Person is { } id && await PersonAsync(id, ct) is { } person)
            return [Addressee.Of(person, await db.LanguageOfAsync(person.Email, ct))];
        if (initiative.OrganizationId is not { } organization)
            return [];
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.OrganizationId == organization).ToListAsync(ct);
        return [.. contacts.GroupBy(c => c.Role).MinBy(role => role.Key)?.DistinctBy(c => c.Email).Select(Addressee.Of) ?? []];
    }

    private Task<User?> PersonAsync(UserId id, CancellationToken ct) =>
        db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.DeactivatedAt == null, ct);

    private static Letter LetterOf(Initiative initiative, Addressee to)
    {
        var isAccepted = initiative.Status == InitiativeStatus.Accepted;
        return new Letter(
            Texts.Mail(isAccepted ? "decision.initiative.accepted.subject" : "decision.initiative.declined.subject", initiative.Title),
            [
                .. new[]
                {
                    to.Name is null ? null : Texts.Mail("dear", to.Name),
                    Texts.Mail(isAccepted ? "decision.initiative.accepted" : "decision.initiative.declined", initiative.Title),
                    Texts.Mail("decision.reason", initiative.DecisionReason),
                    Texts.Mail(isAccepted ? "decision.initiative.accepted.next" : "decision.initiative.declined.next"),
                }.OfType<string>(),
            ],
            to.Contact is null ? new LetterLink(Texts.Mail("decision.initiative.open"), $"initiatives/{initiative.Id.Value}") : null,
            [Texts.Mail("decision.initiative.why")]
        );
    }
}
