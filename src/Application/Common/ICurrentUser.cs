using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Common;

/// <summary>Who calls, and what the caller believes to be true.</summary>
public interface ICurrentUser
{
    /// <summary>Written into the history.</summary>
    Actor Actor { get; }

    /// <summary>Null for anonymous callers.</summary>
    Role? Role { get; }

    /// <summary>The organization the caller acts for; null for the secretariat.</summary>
    OrganizationId? OrganizationId { get; }

    /// <summary>The session a person calls in; null for keys.</summary>
    SessionId? Session { get; }

    /// <summary>The version the caller wants to change (If-Match), where one was given.</summary>
    int? ExpectedVersion { get; }
}

/// <summary>The caller of this scope: anonymous until somebody signs in, or the system itself begins to act.</summary>
public sealed class CurrentUser : ICurrentUser
{
    public Actor Actor { get; private set; } = Actor.System;

    public Role? Role { get; private set; }

    public OrganizationId? OrganizationId { get; private set; }

    public SessionId? Session { get; private set; }

    public int? ExpectedVersion { get; set; }

    public void SignIn(Actor actor, Role role, OrganizationId? organizationId, SessionId? session = null) =>
        (Actor, Role, OrganizationId, Session) = (actor, role, organizationId, session);

    /// <summary>The jobs of the schedule and the start of the program read and do everything.</summary>
    public CurrentUser ActAsSystem(Actor? onBehalfOf = null)
    {
        SignIn(onBehalfOf ?? Actor.System, Domain.Access.Role.Secretariat, null);
        return this;
    }
}
