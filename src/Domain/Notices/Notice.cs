using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Domain.Notices;

/// <summary>Why a person is written to.</summary>
public enum NoticeKind
{
    /// <summary>What awaits their review. The item is the person, the version the day, and the person gets one a day.</summary>
    ReviewDigest,

    /// <summary>
    /// The decision on a progress report, a change request or a commitment that they filed. The version is that of the commitment.
    /// </summary>
    Decision,

    /// <summary>
    /// That voices were given on what their organization claims. The item is the commitment or dialogue, the version the day, and they get
    /// one a day.
    /// </summary>
    VoicesGiven,
}

/// <summary>
/// The record that a person was written to about an item: at most once for each kind, rung and version of it, which the database enforces.
/// It is saved together with its mail, so that a command that runs twice sends nothing twice.
/// </summary>
public sealed class Notice : Entity
{
    private Notice() { }

    /// <param name="itemId">What it is about: a commitment, milestone, progress report, change request or dialogue, or a person.</param>
    /// <param name="rung">Days after the deadline for a reminder, negative before it; 0 for what is not a reminder.</param>
    /// <param name="version">The version of the item: after a change of it, the person can be written to again.</param>
    /// <param name="person">A contact or a person with an account.</param>
    public Notice(Guid itemId, NoticeKind kind, int rung, int version, Actor person, MailId mailId, DateTimeOffset now)
    {
        (ItemId, Kind) = (itemId, kind);
        Rung = rung;
        Version = version;
        (PersonKind, PersonId) = (person.Kind, person.Id ?? throw new ArgumentException("A notice is for a person.", nameof(person)));
        MailId = mailId;
        CreatedAt = now;
    }

    public Guid ItemId { get; private set; }

    public NoticeKind Kind { get; private set; }

    public int Rung { get; private set; }

    public int Version { get; private set; }

    public ActorKind PersonKind { get; private set; }

    public Guid PersonId { get; private set; }

    public MailId MailId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
}
