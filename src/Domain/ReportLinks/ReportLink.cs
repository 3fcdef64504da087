using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.ReportLinks;

public readonly record struct ReportLinkId(Guid Value)
{
    public static ReportLinkId New() => new(Guid.CreateVersion7());
}

/// <summary>What can be done with a link now; a judgement of the moment, never stored.</summary>
public enum ReportLinkState
{
    /// <summary>Its holder can report.</summary>
    Open,

    /// <summary>Its holder was named by a colleague and has not said yes yet.</summary>
    Invited,

    /// <summary>A report came through it.</summary>
    Used,

    /// <summary>A colleague has taken over.</summary>
    HandedOver,

    Revoked,

    Expired,
}

/// <summary>A colleague whom a contact has named; kept until they say yes, because until then they are nobody's contact.</summary>
public sealed record Colleague(string Name, string Email);

/// <summary>
/// A key for one thing: with it a contact, without an account, reports once on one commitment. The mail is the only place that has the key itself;
/// only its SHA-256 is kept. It has 192 random bits, so that a plain hash is enough: there is nothing to guess.
/// </summary>
public sealed class ReportLink : AggregateRoot
{
    public const int ReasonMaxLength = 1000;
    public const int MaxColleagues = 3;

    private ReportLink()
    {
    }

    public ReportLinkId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>For whom its holder reports.</summary>
    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Who holds it; null while a colleague has not said yes.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>Null once they are a contact, or the link was revoked.</summary>
    public Colleague? Colleague { get; private set; }

    /// <summary>The link whose holder named the colleague.</summary>
    public ReportLinkId? PassedOnFrom { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>What brought it.</summary>
    public MailId MailId { get; private set; }

    /// <summary>Why it was sent, as its mail says.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When its page was first asked for; programs that check mail for viruses do that, too.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public ProgressReportId? ReportId { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    public ReportLinkId? HandedOverTo { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <returns>The link to keep and the token to mail.</returns>
    public static (ReportLink Link, string Token) Make(CommitmentId commitmentId, Contact contact, string? reason, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        var (link, token) = New(commitmentId, contact.OrganizationId, now, expiresAt);
        (link.ContactId, link.Reason) = (contact.Id, Blank.ToNull(reason));
        link.Raise(new ReportLinkSent(commitmentId, link.Id, contact.Id, expiresAt));
        return (link, token);
    }

    public ReportLinkState StateAt(DateTimeOffset now) => this switch
    {
        { RevokedAt: not null } => ReportLinkState.Revoked,
        { UsedAt: not null } => ReportLinkState.Used,
        { HandedOverAt: not null } => ReportLinkState.HandedOver,
        _ when ExpiresAt <= now => ReportLinkState.Expired,
        { ContactId: null } => ReportLinkState.Invited,
        _ => ReportLinkState.Open,
    };

    /// <summary>Whether its holder may ask for a fresh one: it was a contact's, and it is used or expired.</summary>
    public bool IsRenewableAt(DateTimeOffset now) => ContactId is not null && StateAt(now) is ReportLinkState.Used or ReportLinkState.Expired;

    public void SentBy(MailId mail) => MailId = mail;

    /// <summary>Spends it: a report came through it.</summary>
    public void Use(ProgressReportId reportId, DateTimeOffset now)
    {
        MustBe(ReportLinkState.Open, now);
        (UsedAt, ReportId) = (now, reportId);
        Raise(new ReportLinkUsed(CommitmentId, Id, reportId));
    }

    /// <summary>Its holder is not the right person and names one who is. It stays theirs until the colleague says yes.</summary>
    /// <param name="before">How many were named through it already.</param>
    /// <returns>The colleague's own link and its token.</returns>
    public (ReportLink Link, string Token) PassOn(Colleague colleague, int before, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        MustBe(ReportLinkState.Open, now);
        if (before >= MaxColleagues) throw ReportLinkErrors.TooManyColleagues(MaxColleagues);

        var (link, token) = New(CommitmentId, OrganizationId, now, expiresAt);
        (link.Colleague, link.PassedOnFrom) = (colleague, Id);
        Raise(new ReportLinkPassedOn(CommitmentId, Id, link.Id));
        return (link, token);
    }

    /// <summary>The colleague says yes: they are a contact now, and the link they were named through is spent.</summary>
    public void TakeOver(ContactId contactId, ReportLink from, DateTimeOffset now)
    {
        MustBe(ReportLinkState.Invited, now);
        (ContactId, Colleague) = (contactId, null);
        Raise(new ReportLinkTakenOver(CommitmentId, Id, contactId));
        from.HandOver(this, now);
    }

    /// <summary>It opens nothing any more. Again does nothing.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        (RevokedAt, Colleague) = (now, null);
        Raise(new ReportLinkRevoked(CommitmentId, Id));
    }

    /// <exception cref="DomainException">It is spent, expired, revoked, or not confirmed yet.</exception>
    public void MustBe(ReportLinkState state, DateTimeOffset now)
    {
        if (StateAt(now) is var found && found != state) throw ReportLinkErrors.NotUsable(found);
    }

    /// <summary>What was reported through it before stays.</summary>
    private void HandOver(ReportLink to, DateTimeOffset now)
    {
        (HandedOverAt, HandedOverTo) = (now, to.Id);
        Raise(new ReportLinkHandedOver(CommitmentId, Id, to.Id));
    }

    private static (ReportLink Link, string Token) New(CommitmentId commitmentId, OrganizationId organizationId, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        var token = Secret.New();
        return (new ReportLink
        {
            Id = ReportLinkId.New(), CommitmentId = commitmentId, OrganizationId = organizationId, Hash = Secret.HashOf(token), CreatedAt = now, ExpiresAt = expiresAt,
        }, token);
    }
}
