using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Domain.Dialogues;

public readonly record struct ParticipantId(Guid Value)
{
    public static ParticipantId New() => new(Guid.CreateVersion7());
}

/// <summary>What somebody answered to an invitation.</summary>
public enum InvitationAnswer
{
    None,
    Accepted,
    Declined,
}

/// <param name="Organization">The name of their organization; null if they speak for none.</param>
/// <param name="Group">The code of a stakeholder group that the dialogue invites.</param>
public sealed record ParticipantTerms(string Name, string Email, string? Organization, string Group);

/// <summary>
/// Somebody who is invited to a dialogue and needs no account. Name and address are stored only here, so that they can be erased; the
/// history refers to the id. Only the mail contains the token of the personal link; what is stored is its SHA-256.
/// </summary>
public sealed class Participant : AggregateRoot, IHasHistory
{
    /// <summary>How many days after the day of the dialogue a link works, or after it was sent, if that is later.</summary>
    public const int LinkDays = 60;

    private Participant() { }

    public ParticipantId Id { get; private set; }

    public DialogueId DialogueId { get; private set; }

    /// <summary>Null after the participant was removed.</summary>
    public string? Name { get; private set; }

    /// <summary>The name as it is searched and sorted; empty after the participant was removed.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>In lower case; null after the participant was removed.</summary>
    public string? Email { get; private set; }

    public string? Organization { get; private set; }

    public string Group { get; private set; } = "";

    /// <summary>The group for which they state its level of agreement; null if they do not speak for it.</summary>
    public string? SpokesFor { get; private set; }

    public InvitationAnswer Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset LinkExpiresAt { get; private set; }

    /// <summary>The mail with their link.</summary>
    public MailId MailId { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public HistorySubject HistorySubject => new(null, null, null, DialogueId: DialogueId.Value);

    /// <returns>The participant to store and the token to mail.</returns>
    public static (Participant Participant, string Token) Invite(
        Dialogue dialogue,
        ParticipantTerms terms,
        string field,
        DateTimeOffset now
    )
    {
        dialogue.MustNotBePublished();
        var participant = new Participant
        {
            Id = ParticipantId.New(),
            DialogueId = dialogue.Id,
            InvitedAt = now,
        };
        participant.Set(dialogue, terms, field);
        var token = participant.MakeLink(dialogue, now);
        participant.Raise(new ParticipantInvited(dialogue.Id, participant.Id, participant.Group));
        return (participant, token);
    }

    public void SentBy(MailId mail) => MailId = mail;

    /// <summary>Makes a new link; the one before stops working.</summary>
    /// <returns>The token to mail.</returns>
    public string Resend(Dialogue dialogue, DateTimeOffset now)
    {
        MustBeThere();
        var token = MakeLink(dialogue, now);
        Raise(new ParticipantInvitationResent(DialogueId, Id));
        return token;
    }

    /// <summary>A name or address that changes is not kept in the history.</summary>
    public void Change(Dialogue dialogue, ParticipantTerms terms)
    {
        MustBeThere();
        dialogue.MustNotBePublished();
        var before = (Name, Email, Organization, Group);
        Set(dialogue, terms, "");
        if (before.Group != Group)
            SpokesFor = null;
        var changes = Changes
            .WithoutValues(("name", before.Name, Name), ("email", before.Email, Email), ("organization", before.Organization, Organization))
            .Concat(Changes.Of(("group", before.Group, Group)))
            .ToList();
        if (changes.Count > 0)
            Raise(new ParticipantChanged(DialogueId, Id, changes));
    }

    /// <summary>Accepts or declines; the answer can be changed until the dialogue is published.</summary>
    public void AnswerInvitation(Dialogue dialogue, bool accepts, DateTimeOffset now)
    {
        dialogue.MustNotBePublished();
        var answer = accepts ? InvitationAnswer.Accepted : InvitationAnswer.Declined;
        if (answer == Answer)
            return;
        (Answer, AnsweredAt) = (answer, now);
        Raise(accepts ? new ParticipantAccepted(DialogueId, Id) : new ParticipantDeclined(DialogueId, Id));
    }

    /// <summary>Erases name and address. Notes and statements of the participant stay, without a name.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (RemovedAt is not null)
            return;
        RemovedAt = now;
        Name = null;
        NameKey = "";
        Email = null;
        SpokesFor = null;
        Hash = Secret.HashOf(Secret.New());
        Raise(new ParticipantRemoved(DialogueId, Id));
    }

    internal void SpeakFor(string? group) => SpokesFor = group;

    private void MustBeThere()
    {
        if (RemovedAt is not null)
            throw DomainException.NotFound("participant");
    }

    private string MakeLink(Dialogue dialogue, DateTimeOffset now)
    {
        var zone = Codes.TimeZone(dialogue.TimeZone);
        var from = dialogue.StartsAt > now ? dialogue.StartsAt : now;
        var token = Secret.New();
        Hash = Secret.HashOf(token);
        LinkExpiresAt = DueDay.EndsAt(DueDay.Today(from, zone).AddDays(LinkDays), zone);
        return token;
    }

    private void Set(Dialogue dialogue, ParticipantTerms terms, string field)
    {
        var group = terms.Group.Trim();
        if (!dialogue.Groups.Contains(group))
            throw DialogueErrors.GroupNotInvited(field + "group", group);
        Name = terms.Name.Trim();
        NameKey = TextKey.Of(Name);
        Email = Common.Email.Normalize(terms.Email);
        Organization = Blank.ToNull(terms.Organization);
        Group = group;
    }
}
