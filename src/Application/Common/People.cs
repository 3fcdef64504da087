using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

internal static class People
{
    /// <returns>The person who issued the key, or the person themselves; null where there is none.</returns>
    public static async Task<UserId?> PersonBehindAsync(this ITrackerDb db, Actor actor, CancellationToken ct) =>
        actor switch
        {
            { Kind: ActorKind.User, Id: { } id } => new UserId(id),
            { Kind: ActorKind.ApiKey, Id: { } id } => await db
                .ApiKeys.Where(k => k.Id == new ApiKeyId(id))
                .Select(k => k.IssuedBy)
                .SingleOrDefaultAsync(ct),
            _ => null,
        };

    /// <returns>The person with an account of this address, also a deactivated one; null if there is none.</returns>
    public static async Task<UserId?> PersonOfAsync(this ITrackerDb db, string email, CancellationToken ct)
    {
        var address = Email.Normalize(email);
        return await db.Users.Where(u => u.Email == address).Select(u => (UserId?)u.Id).SingleOrDefaultAsync(ct);
    }
}
