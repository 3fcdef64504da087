using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Startup;

/// <summary>Creates the configured key and the first person of the secretariat, once.</summary>
internal sealed class Bootstrap(TrackerDb db, BootstrapOptions options, TimeProvider time)
{
    public async Task MakeAsync(CancellationToken ct)
    {
        if (options.ApiKey is { } key && !await db.ApiKeys.AnyAsync(k => k.Hash == ApiKey.HashOf(key), ct))
            db.ApiKeys.Add(ApiKey.Bootstrap(key, "Bootstrap", time.GetUtcNow()));
        if (options.Email is { } email) await InviteAsync(email, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Reactivates a deactivated person only if no one else of the secretariat can sign in.</summary>
    private async Task InviteAsync(string email, CancellationToken ct)
    {
        var person = await db.Users.SingleOrDefaultAsync(u => u.Email == Email.Normalize(email), ct);
        if (person is null)
            db.Users.Add(User.Invite(email, null, Role.Secretariat, null, time.GetUtcNow()));
        else if (person.DeactivatedAt is not null && !await db.Users.AnyAsync(u => u.Role == Role.Secretariat && u.DeactivatedAt == null, ct))
            person.InviteAgain(null, Role.Secretariat, null);
    }
}
