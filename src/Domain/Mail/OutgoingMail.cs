using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Domain.Mail;

public readonly record struct MailId(Guid Value)
{
    public static MailId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// A mail that is owed. It is saved with its cause and delivered by a job, so that a server that is down delays it and loses nothing.
/// Its id becomes the Message-ID, so that a mail sent twice after a crash is seen as one.
/// </summary>
public sealed class OutgoingMail : Entity, ICausesWork
{
    private int _priority;

    private OutgoingMail()
    {
    }

    /// <param name="holdsKey">Whether it tells a secret, such as a link that signs its reader in: what it says is forgotten once it is delivered.</param>
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

    /// <summary>To nobody: it is written like any other and never leaves, so that how long that takes tells no one whether an address is known.</summary>
    public bool IsWithheld => Recipient.Length == 0;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null until it is delivered.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Somebody waits for it in front of a screen: it leaves before all others.</summary>
    public OutgoingMail Urgent()
    {
        _priority = DeferredWork.Urgent;
        return this;
    }

    public DeferredWork? Work(DateTimeOffset now) => new(DeferredKind.Mail, Id.Value, now, priority: _priority);

    public void Delivered(DateTimeOffset now)
    {
        SentAt = now;
        ForgetKey();
    }

    /// <summary>It is never sent: what it tells in confidence must not stay.</summary>
    public void Dropped() => ForgetKey();

    private void ForgetKey()
    {
        if (HoldsKey) (Html, Text) = ("", "");
    }
}
