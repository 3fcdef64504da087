using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Mail;

public readonly record struct MailId(Guid Value)
{
    public static MailId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// A mail that is owed. It is saved with its cause and delivered by a job, so that a server that is down delays it and loses nothing.
/// Its id becomes the Message-ID, so that a mail sent twice after a crash is seen as one.
/// </summary>
public sealed class OutgoingMail : Entity
{
    public const int ErrorMaxLength = 500;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    private OutgoingMail()
    {
    }

    /// <param name="holdsKey">Whether it tells a secret, such as a link that signs its reader in: what it says is forgotten once it is delivered.</param>
    public OutgoingMail(string recipient, string subject, string html, string text, DateTimeOffset now, bool holdsKey = false)
    {
        (Id, Recipient, Subject, Html, Text, CreatedAt, NextAttemptAt, HoldsKey) = (MailId.New(), recipient, subject, html, text, now, now, holdsKey);
    }

    public MailId Id { get; private set; }

    public string Recipient { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Html { get; private set; } = "";

    public string Text { get; private set; } = "";

    public bool HoldsKey { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null once it is delivered.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>It is written like any other and never leaves, so that how long that takes tells nobody whether an address is known.</summary>
    public OutgoingMail Withheld()
    {
        NextAttemptAt = null;
        return this;
    }

    public void Delivered(DateTimeOffset now)
    {
        (SentAt, NextAttemptAt, LastError) = (now, null, null);
        Attempts++;
        if (HoldsKey) (Html, Text) = ("", "");
    }

    /// <summary>Tries again after 1, 2, 4 … minutes, at most four hours apart, until it is delivered.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Attempts, 10)));
        NextAttemptAt = now + (wait < LongestWait ? wait : LongestWait);
        LastError = error.Length <= ErrorMaxLength ? error : error[..ErrorMaxLength];
        Attempts++;
    }
}
