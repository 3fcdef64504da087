using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>What signing in by link and by code share.</summary>
internal static class SignIns
{
    /// <returns>The sign-in request of the link; null if the link is used, expired or unknown.</returns>
    public static async Task<SignInRequest?> FindOpenSignInAsync(this ITrackerDb db, string token, DateTimeOffset now, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var request = await db.SignInRequests.SingleOrDefaultAsync(r => r.TokenHash == hash, ct);
        return request?.IsOpen(now) == true ? request : null;
    }

    /// <returns>Null if the person may no longer sign in.</returns>
    public static async Task<SignedIn?> OpenSessionAsync(
        this ITrackerDb db,
        ICurrentUser user,
        SignInRequest request,
        string? device,
        SecurityLog log,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (
            await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.UserId && u.DeactivatedAt == null, ct) is not { } person
        )
            return null;

        request.Use(now);
        var (session, token) = Session.Open(person.Id, device, now);
        db.Sessions.Add(session);

        // Ends the session that was open in this browser before.
        if (user.Session is { } before)
            db.Sessions.RemoveRange(await db.Sessions.Where(s => s.Id == before).ToListAsync(ct));
        await log.AddAsync(SecurityEventKind.SignedIn, ct, person.Id);
        await db.SaveChangesAsync(ct);
        return new SignedIn(token, request.ReturnTo);
    }
}
