using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Access;

public readonly record struct SessionId(Guid Value)
{
    public static SessionId New() => new(Guid.CreateVersion7());
}

/// <summary>A browser in which a person is signed in. A session that has ended is deleted.</summary>
public sealed class Session : TrackedEntity
{
    public const int DeviceMaxLength = 60;

    /// <summary>A session ends when it is not used for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>A session ends after this time even when it is used.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(90);

    private Session(UserId userId, string tokenHash, string? device, DateTimeOffset createdAt)
    {
        Id = SessionId.New();
        UserId = userId;
        TokenHash = tokenHash;
        Device = device;
        CreatedAt = createdAt;
        LastSeenAt = createdAt;
        ExpiresAt = ExpiryOf(createdAt, createdAt);
    }

    public SessionId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string TokenHash { get; private set; }

    /// <summary>For example "Firefox, Windows"; null where the browser does not identify itself.</summary>
    public string? Device { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Accurate to a few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <returns>The record to store and the token for the browser's cookie.</returns>
    public static (Session Record, string Token) Open(UserId userId, string? device, DateTimeOffset now)
    {
        var token = Secret.New();
        return (new Session(userId, Secret.HashOf(token), device, now), token);
    }

    public static DateTimeOffset ExpiryOf(DateTimeOffset createdAt, DateTimeOffset lastSeenAt) =>
        createdAt + MaxLifetime < lastSeenAt + Idle ? createdAt + MaxLifetime : lastSeenAt + Idle;
}
