using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Access;

/// <summary>
/// Removes sign-in requests older than an hour with their mails, and ended sessions. This keeps nothing in the database that could sign
/// anyone in or shows where a request came from.
/// </summary>
[Needs(Right.Administer)]
public sealed record PurgeSignIns : IRequest
{
    /// <summary>The period over which the limits on sign-in requests count.</summary>
    public static readonly TimeSpan RetentionPeriod = TimeSpan.FromHours(1);
}

internal sealed class PurgeSignInsHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<PurgeSignIns>
{
    public async Task<Unit> Handle(PurgeSignIns command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var until = now - PurgeSignIns.RetentionPeriod;
        var old = db.SignInRequests.Where(r => r.CreatedAt <= until);
        await db.DeferredWork.Where(w => w.Kind == DeferredKind.Mail && old.Any(r => (Guid)(object)r.MailId == w.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Mails.Where(m => old.Any(r => r.MailId == m.Id)).ExecuteDeleteAsync(ct);
        await old.ExecuteDeleteAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        return Unit.Value;
    }
}
