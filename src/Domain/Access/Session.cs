using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Access;

public readonly record struct SessionId(Guid Value)
{
    public static SessionId New() => new(Guid.CreateVersion7());
}

/// <summary>A browser in which a person is signed in. A session that has ended is gone: there is no other state.</summary>
public sealed class Session : TrackedEntity
{
    public const int DeviceMaxLength = 60;

    /// <summary>Unused for so long, it ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>However much it is used, it ends.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

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

    /// <summary>"Firefox, Windows"; null where the browser does not say.</summary>
    public string? Device { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>To a few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <returns>The record to keep and the token for the browser's cookie.</returns>
    public static (Session Record, string Token) Open(UserId userId, string? device, DateTimeOffset now)
    {
        var token = Secret.New();
        return (new Session(userId, Secret.HashOf(token), device, now), token);
    }

    public static DateTimeOffset ExpiryOf(DateTimeOffset createdAt, DateTimeOffset lastSeenAt) =>
        createdAt + Longest < lastSeenAt + Idle ? createdAt + Longest : lastSeenAt + Idle;
}
