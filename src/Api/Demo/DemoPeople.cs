using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

/// <summary>
/// The people as whom visitors of the demonstration can sign in. Their addresses belong to a domain that receives no mail (RFC 2606).
/// </summary>
internal static class DemoPeople
{
    public const string Domain = "@example.org";

    public static IReadOnlyList<(string Email, Role Role)> All { get; } =
        [("secretariat" + Domain, Role.Secretariat), ("board" + Domain, Role.Board), ("officer" + Domain, Role.Officer)];

    /// <summary>Creates them once. The officer belongs to the first organization of the samples.</summary>
    public static async Task InviteAsync(TrackerDb db, DateTimeOffset now, CancellationToken ct)
    {
        var first = await db.Organizations.OrderBy(o => o.Seq).Select(o => o.Id).FirstOrDefaultAsync(ct);
        foreach (var (email, role) in All)
        {
            if (await db.Users.AnyAsync(u => u.Email == email, ct) || (role == Role.Officer && first == default)) continue;
            db.Users.Add(User.Invite(email, null, role, role == Role.Officer ? first : null, now));
        }

        await db.SaveChangesAsync(ct);
    }
}
