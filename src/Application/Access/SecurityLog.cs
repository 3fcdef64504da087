using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Adds security events of the current caller; they are saved with the caller's next save.</summary>
internal sealed class SecurityLog(ITrackerDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Of one kind from one network within an hour, so that an attack cannot fill the table.</summary>
    public const int MaxPerHour = 100;

    /// <param name="person">Who would sign in; the caller where it is null.</param>
    /// <param name="key">The key that it is about; the key of the caller where it is null.</param>
    public async Task AddAsync(SecurityEventKind kind, CancellationToken ct, UserId? person = null, ApiKeyId? key = null)
    {
        var now = time.GetUtcNow();
        var since = now.AddHours(-1);
        var (network, actor) = (user.Network, user.Actor);
        if (await db.SecurityEvents.CountAsync(e => e.Network == network && e.Kind == kind && e.At > since, ct) >= MaxPerHour)
            return;
        db.SecurityEvents.Add(
            new SecurityEvent(
                kind,
                person ?? (actor is { Kind: ActorKind.User, Id: { } userId } ? new UserId(userId) : null),
                key ?? (actor is { Kind: ActorKind.ApiKey, Id: { } keyId } ? new ApiKeyId(keyId) : null),
                network,
                now
            )
        );
    }
}
