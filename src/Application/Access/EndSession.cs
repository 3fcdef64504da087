using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Ends one session of the caller.</summary>
[Needs(Right.SignIn)]
public sealed record EndSession(SessionId SessionId) : IRequest;

internal sealed class EndSessionHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<EndSession>
{
    public async Task<Unit> Handle(EndSession command, CancellationToken ct)
    {
        var ended = await db.Sessions.Of(user).Where(s => s.Id == command.SessionId).ExecuteDeleteAsync(ct);
        return ended == 0 ? throw DomainException.NotFound("session") : Unit.Value;
    }
}
