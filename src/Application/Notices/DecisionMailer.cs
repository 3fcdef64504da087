using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Notices;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.Notices;

/// <summary>
/// Writes to whoever filed something that was decided on: the answer and the next step. Called after the decision; the caller saves both
/// together.
/// </summary>
internal sealed class DecisionMailer(ITrackerDb db, ILetterRenderer letters)
{
    public Task TellSubmitterAsync(Commitment commitment, DecisionContext context, CancellationToken ct) =>
        TellAsync(DecidedItem.Of(commitment, context), to => DecisionLetters.Of(commitment, to), ct);

    public Task TellRequesterAsync(Commitment commitment, ChangeRequest request, DecisionContext context, CancellationToken ct) =>
        TellAsync(DecidedItem.Of(commitment, request, context), to => DecisionLetters.Of(commitment, request, to), ct);

    /// <summary>Whoever has no account gets a link with which to answer a returned report.</summary>
    public async Task TellReporterAsync(Commitment commitment, ProgressReport report, DecisionContext context, CancellationToken ct)
    {
        var decided = DecidedItem.Of(commitment, report, context);
        var canAnswer = report.Status == ProgressReportStatus.Returned && commitment.Status == CommitmentStatus.Active;
        foreach (var to in await AddresseesAsync(decided, ct))
        {
            var (link, token) =
                canAnswer && to.Contact is { } contact
                    ? ReportLink.Make(commitment.Id, contact, null, context.Now, context.EndOf(context.LinkLastDay))
                    : (null, null);
            var mail = await TellAsync(decided, to, () => DecisionLetters.Of(commitment, report, to, token, context.LinkLastDay));
            if (link is null)
                continue;
            link.SentBy(mail);
            db.ReportLinks.Add(link);
        }
    }

    /// <summary>The mail to whoever submitted the commitment, which is not sent.</summary>
    public Task<DecisionPreview> PreviewAsync(Commitment commitment, DecisionContext context, CancellationToken ct) =>
        PreviewAsync(DecidedItem.Of(commitment, context), to => DecisionLetters.Of(commitment, to), ct);

    /// <summary>The mail to whoever requested the change, which is not sent.</summary>
    public Task<DecisionPreview> PreviewAsync(
        Commitment commitment,
        ChangeRequest request,
        DecisionContext context,
        CancellationToken ct
    ) => PreviewAsync(DecidedItem.Of(commitment, request, context), to => DecisionLetters.Of(commitment, request, to), ct);

    /// <summary>The mail to whoever reported, which is not sent.</summary>
    public Task<DecisionPreview> PreviewAsync(
        Commitment commitment,
        ProgressReport report,
        DecisionContext context,
        CancellationToken ct
    ) =>
        PreviewAsync(
            DecidedItem.Of(commitment, report, context),
            to => DecisionLetters.Of(commitment, report, to, null, context.LinkLastDay),
            ct
        );

    private async Task<DecisionPreview> PreviewAsync(DecidedItem decided, Func<Addressee, Letter> write, CancellationToken ct)
    {
        var addressees = await AddresseesAsync(decided, ct);
        var letter = write(addressees.Count == 1 ? addressees[0] : Addressee.Somebody);
        return new DecisionPreview(letter.Subject, letter.Sentences, [.. addressees.Select(to => to.Name).OfType<string>()]);
    }

    private async Task TellAsync(DecidedItem decided, Func<Addressee, Letter> write, CancellationToken ct)
    {
        foreach (var to in await AddresseesAsync(decided, ct))
            await TellAsync(decided, to, () => write(to));
    }

    private async Task<Domain.Mail.MailId> TellAsync(DecidedItem decided, Addressee to, Func<Letter> write)
    {
        var mail = await letters.RenderAsync(to.Email, to.Language, write);
        db.Mails.Add(mail);
        db.Notices.Add(
            new Notice(decided.ItemId, NoticeKind.Decision, 0, decided.Commitment.Version, to.Person, mail.Id, decided.Context.Now)
        );
        return mail.Id;
    }

    /// <summary>
    /// The contact who filed it, or the person of the organization who did. Where a system, a former contact or somebody from elsewhere
    /// filed it, the focal points of the organization; where it has none, its other contacts.
    /// </summary>
    private async Task<IReadOnlyList<Addressee>> AddresseesAsync(DecidedItem decided, CancellationToken ct)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.OrganizationId == decided.OrganizationId).ToListAsync(ct);
        if (contacts.Find(c => c.Id == decided.Filer.Contact) is { } contact)
            return [Addressee.Of(contact)];
        if (
            decided.Filer is { Contact: null, Key: null, Person: { } id }
            && await PersonAsync(id, decided.OrganizationId, ct) is { } person
        )
            return [Addressee.Of(person, await db.LanguageOfAsync(person.Email, ct))];
        return [.. contacts.GroupBy(c => c.Role).MinBy(role => role.Key)?.DistinctBy(c => c.Email).Select(Addressee.Of) ?? []];
    }

    private Task<User?> PersonAsync(UserId id, OrganizationId organization, CancellationToken ct) =>
        db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.OrganizationId == organization && u.DeactivatedAt == null, ct);

    /// <param name="ItemId">What was decided on.</param>
    /// <param name="OrganizationId">The organization for which it was filed.</param>
    private sealed record DecidedItem(
        Commitment Commitment,
        Guid ItemId,
        OrganizationId OrganizationId,
        Filer Filer,
        DecisionContext Context
    )
    {
        public static DecidedItem Of(Commitment commitment, DecisionContext context) =>
            new(commitment, commitment.Id.Value, commitment.OrganizationId, commitment.SubmittedBy, context);

        public static DecidedItem Of(Commitment commitment, ChangeRequest request, DecisionContext context) =>
            new(commitment, request.Id.Value, commitment.OrganizationId, request.FiledBy, context);

        public static DecidedItem Of(Commitment commitment, ProgressReport report, DecisionContext context) =>
            new(commitment, report.Id.Value, report.OrganizationId, report.FiledBy, context);
    }
}

/// <summary>Who is written to.</summary>
/// <param name="Contact">Null for a person with an account.</param>
internal sealed record Addressee(Actor Person, string? Name, string Email, string? Language, Contact? Contact)
{
    /// <summary>Whoever it is, where several people get the same mail.</summary>
    public static readonly Addressee Somebody = new(Actor.System, null, "", null, null);

    public static Addressee Of(Contact contact) =>
        new(new Actor(ActorKind.Contact, contact.Id.Value), contact.Name, contact.Email, contact.Language, contact);

    public static Addressee Of(User person, string? language) =>
        new(new Actor(ActorKind.User, person.Id.Value), person.Name, person.Email, language, null);
}
