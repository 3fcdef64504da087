using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Domain.Mail;

public readonly record struct MailId(Guid Value)
{
    public static MailId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// A mail to be sent. It is saved with its cause and delivered by a job, so that it is not lost while the mail server is down. Its id
/// becomes the Message-ID, so that mail programs recognize a mail that is sent twice after a crash.
/// </summary>
public sealed class OutgoingMail : Entity, ICausesWork
{
    private int _priority;

    private OutgoingMail() { }

    /// <param name="holdsKey">Whether it contains a secret, such as a sign-in link; its content is then erased after delivery.</param>
    public OutgoingMail(string recipient, string subject, string html, string text, DateTimeOffset now, bool holdsKey = false)
    {
        Id = MailId.New();
        Recipient = recipient;
        Subject = subject;
        (Html, Text) = (html, text);
        HoldsKey = holdsKey;
        CreatedAt = now;
    }

    public MailId Id { get; private set; }

    public string Recipient { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Html { get; private set; } = "";

    public string Text { get; private set; } = "";

    public bool HoldsKey { get; private set; }

    /// <summary>Whether nothing of it is kept after delivery, not even to whom it went.</summary>
    public bool IsErasedWhenSent { get; private set; }

    /// <summary>
    /// A mail without a recipient is stored like any other but never sent, so that response times do not reveal whether an address is
    /// known.
    /// </summary>
    public bool IsWithheld => Recipient.Length == 0;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>
    /// The organization that asked for it, or the person or key that belongs to none; null if the program writes by itself or answers.
    /// </summary>
    public Guid? RequestedBy { get; private set; }

    /// <summary>The accountability report that it delivers; null for all other mails.</summary>
    public AccountabilityReportId? ReportId { get; private set; }

    /// <summary>Null until it is delivered.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Sends it before all others, because a person waits for it in front of a screen.</summary>
    public OutgoingMail Urgent()
    {
        _priority = DeferredWork.Urgent;
        return this;
    }

    /// <summary>Nothing of it is kept after delivery, because its recipient must not be known.</summary>
    public OutgoingMail ErasedWhenSent()
    {
        IsErasedWhenSent = true;
        return this;
    }

    /// <summary>Notes which report it delivers.</summary>
    public OutgoingMail Of(AccountabilityReportId report)
    {
        ReportId = report;
        return this;
    }

    /// <summary>Notes who asked for it, because such mails are limited.</summary>
    public void RequestFrom(Guid requester) => RequestedBy = requester;

    public DeferredWork? Work(DateTimeOffset now) => new(DeferredKind.Mail, Id.Value, now, priority: _priority);

    public void Delivered(DateTimeOffset now)
    {
        SentAt = now;
        EraseSecret();
    }

    /// <summary>It will never be sent; a secret in it must not be kept.</summary>
    public void Dropped() => EraseSecret();

    private void EraseSecret()
    {
        if (HoldsKey || IsErasedWhenSent)
            (Html, Text) = ("", "");
        if (IsErasedWhenSent)
            (Recipient, Subject) = ("", "");
    }
}
