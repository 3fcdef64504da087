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

/// <summary>What can be done with a report link now; computed, never stored.</summary>
public enum ReportLinkState
{
    /// <summary>Its holder can report.</summary>
    Open,

    /// <summary>Its holder was named by a colleague and has not accepted yet.</summary>
    Invited,

    /// <summary>A progress report was sent with it.</summary>
    Used,

    /// <summary>A colleague has taken over.</summary>
    HandedOver,

    Revoked,

    Expired,
}

/// <summary>A colleague named by a contact; stored here until they accept, because they are not a contact before.</summary>
public sealed record Colleague(string Name, string Email);

/// <summary>
/// With a report link, a contact without an account sends one progress report on one commitment. Only the mail contains its token; what is
/// stored is the SHA-256, which is safe because 192 random bits cannot be guessed.
/// </summary>
public sealed class ReportLink : AggregateRoot
{
    public const int MaxColleagues = 3;

    private ReportLink() { }

    public ReportLinkId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>The organization for which its holder reports.</summary>
    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Its holder; null while a named colleague has not accepted.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>Null once they are a contact, or when the link was revoked.</summary>
    public Colleague? Colleague { get; private set; }

    /// <summary>The link whose holder named the colleague.</summary>
    public ReportLinkId? PassedOnFrom { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>The mail that contains it.</summary>
    public MailId MailId { get; private set; }

    /// <summary>Why it was sent, as written in its mail.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When its page was first opened, possibly by a program that checks mail for viruses.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public ProgressReportId? ReportId { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    public ReportLinkId? HandedOverTo { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <returns>The link to store and the token to mail.</returns>
    public static (ReportLink Link, string Token) Make(
        CommitmentId commitmentId,
        Contact contact,
        string? reason,
        DateTimeOffset now,
        DateTimeOffset expiresAt
    )
    {
        var (link, token) = New(commitmentId, contact.OrganizationId, now, expiresAt);
        (link.ContactId, link.Reason) = (contact.Id, Blank.ToNull(reason));
        link.Raise(new ReportLinkSent(commitmentId, link.Id, contact.Id, expiresAt));
        return (link, token);
    }

    public ReportLinkState StateAt(DateTimeOffset now) =>
        this switch
        {
            { RevokedAt: not null } => ReportLinkState.Revoked,
            { UsedAt: not null } => ReportLinkState.Used,
            { HandedOverAt: not null } => ReportLinkState.HandedOver,
            _ when ExpiresAt <= now => ReportLinkState.Expired,
            { ContactId: null } => ReportLinkState.Invited,
            _ => ReportLinkState.Open,
        };

    /// <summary>Whether its holder may request a new one: it belongs to a contact, and it is used or expired.</summary>
    public bool IsRenewableAt(DateTimeOffset now) =>
        ContactId is not null && StateAt(now) is ReportLinkState.Used or ReportLinkState.Expired;

    public void SentBy(MailId mail) => MailId = mail;

    /// <summary>Marks it as used: it works only once.</summary>
    public void Use(ProgressReportId reportId, DateTimeOffset now)
    {
        MustBe(ReportLinkState.Open, now);
        (UsedAt, ReportId) = (now, reportId);
        Raise(new ReportLinkUsed(CommitmentId, Id, reportId));
    }

    /// <summary>Its holder names a colleague to report instead. It remains with its holder until the colleague accepts.</summary>
    /// <param name="before">How many colleagues were already named with it.</param>
    /// <returns>The colleague's own link and its token.</returns>
    public (ReportLink Link, string Token) PassOn(Colleague colleague, int before, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        MustBe(ReportLinkState.Open, now);
        if (before >= MaxColleagues)
            throw ReportLinkErrors.TooManyColleagues(MaxColleagues);

        var (link, token) = New(CommitmentId, OrganizationId, now, expiresAt);
        (link.Colleague, link.PassedOnFrom) = (colleague, Id);
        Raise(new ReportLinkPassedOn(CommitmentId, Id, link.Id));
        return (link, token);
    }

    /// <summary>The colleague accepts and is a contact from now on; the link of the contact who named them stops working.</summary>
    public void TakeOver(ContactId contactId, ReportLink from, DateTimeOffset now)
    {
        MustBe(ReportLinkState.Invited, now);
        (ContactId, Colleague) = (contactId, null);
        Raise(new ReportLinkTakenOver(CommitmentId, Id, contactId));
        from.HandOver(this, now);
    }

    /// <summary>It stops working. Revoking it again does nothing.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        (RevokedAt, Colleague) = (now, null);
        Raise(new ReportLinkRevoked(CommitmentId, Id));
    }

    /// <exception cref="DomainException">It is in another state.</exception>
    public void MustBe(ReportLinkState state, DateTimeOffset now)
    {
        if (StateAt(now) is var found && found != state)
            throw ReportLinkErrors.NotUsable(found);
    }

    /// <summary>A progress report that was sent with it before is kept.</summary>
    private void HandOver(ReportLink to, DateTimeOffset now)
    {
        (HandedOverAt, HandedOverTo) = (now, to.Id);
        Raise(new ReportLinkHandedOver(CommitmentId, Id, to.Id));
    }

    private static (ReportLink Link, string Token) New(
        CommitmentId commitmentId,
        OrganizationId organizationId,
        DateTimeOffset now,
        DateTimeOffset expiresAt
    )
    {
        var token = Secret.New();
        return (
            new ReportLink
            {
                Id = ReportLinkId.New(),
                CommitmentId = commitmentId,
                OrganizationId = organizationId,
                Hash = Secret.HashOf(token),
                CreatedAt = now,
                ExpiresAt = expiresAt,
            },
            token
        );
    }
}
