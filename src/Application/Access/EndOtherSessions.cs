using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Ends all sessions of the caller except the current one.</summary>
[Needs(Right.SignIn)]
public sealed record EndOtherSessions : IRequest;

internal sealed class EndOtherSessionsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<EndOtherSessions>
{
    public async Task<Unit> Handle(EndOtherSessions command, CancellationToken ct)
    {
        var current = user.Session ?? default;
        await db.Sessions.Of(user).Where(s => s.Id != current).ExecuteDeleteAsync(ct);
        return Unit.Value;
    }
}
