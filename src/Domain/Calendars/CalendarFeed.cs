using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Calendars;

public readonly record struct CalendarId(Guid Value)
{
    public static CalendarId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// The due days of an organization or a partnership, for calendar programs. Whoever has its address can read what its creator could. The
/// address is shown once, only the hash of its token is stored, and it works until it is revoked.
/// </summary>
public sealed class CalendarFeed : AggregateRoot
{
    private CalendarFeed() { }

    public CalendarId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The organization whose due days are shown; where the partnership is null too, that of the creator.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public PartnershipId? PartnershipId { get; private set; }

    /// <summary>SHA-256 of the token, in lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What kind of caller created it.</summary>
    public ActorKind CreatorKind { get; private set; }

    public Guid? CreatorId { get; private set; }

    public Role CreatorRole { get; private set; }

    public OrganizationId? CreatorOrganizationId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Actor Creator => new(CreatorKind, CreatorId);

    /// <returns>The record to store and the token to show once. It has 192 random bits, so that a plain hash is enough.</returns>
    public static (CalendarFeed Record, string Token) Open(
        string name,
        OrganizationId? organizationId,
        PartnershipId? partnershipId,
        Actor creator,
        Role role,
        OrganizationId? creatorOrganizationId,
        DateTimeOffset now
    )
    {
        if (organizationId is not null && partnershipId is not null)
            throw CalendarErrors.OneScope();
        if (organizationId is null && partnershipId is null && creatorOrganizationId is null)
            throw CalendarErrors.NoOrganization();

        var token = Secret.New();
        var feed = new CalendarFeed
        {
            Id = CalendarId.New(),
            Name = name.Trim(),
            OrganizationId = organizationId,
            PartnershipId = partnershipId,
            Hash = Secret.HashOf(token),
            CreatorKind = creator.Kind,
            CreatorId = creator.Id,
            CreatorRole = role,
            CreatorOrganizationId = creatorOrganizationId,
            CreatedAt = now,
        };
        feed.Raise(new CalendarOpened(feed.Id, feed.Name));
        return (feed, token);
    }

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        Raise(new CalendarRevoked(Id, Name));
    }
}
