using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

internal static class OwnSessions
{
    /// <summary>The caller's own sessions; API keys and anonymous callers have none.</summary>
    public static IQueryable<Session> Of(this IQueryable<Session> sessions, ICurrentUser user)
    {
        var id = user.Actor is { Kind: ActorKind.User, Id: { } own } ? new UserId(own) : default;
        return sessions.Where(s => s.UserId == id);
    }
}
