using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Access;

/// <summary>
/// Removes what was asked for more than an hour ago, with its mail, and the sessions that have ended. So nothing that could let anybody in, and no trace
/// of who asked from where, stays in the database.
/// </summary>
[Needs(Right.Administer)]
public sealed record PurgeSignIns : IRequest
{
    /// <summary>As long as the limits look back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);
}

internal sealed class PurgeSignInsHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<PurgeSignIns>
{
    public async Task<Unit> Handle(PurgeSignIns command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var until = now - PurgeSignIns.Kept;
        var old = db.SignInRequests.Where(r => r.CreatedAt <= until);
        await db.DeferredWork.Where(w => w.Kind == DeferredKind.Mail && old.Any(r => (Guid)(object)r.MailId == w.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Mails.Where(m => old.Any(r => r.MailId == m.Id)).ExecuteDeleteAsync(ct);
        await old.ExecuteDeleteAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        return Unit.Value;
    }
}
