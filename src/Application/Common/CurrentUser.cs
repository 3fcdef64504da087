using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Common;

/// <summary>The caller of this scope: anonymous until someone signs in or the system starts to act.</summary>
public sealed class CurrentUser : ICurrentUser
{
    public Actor Actor { get; private set; } = Actor.System;

    public UserId? Person { get; private set; }

    public Role? Role { get; private set; }

    public OrganizationId? OrganizationId { get; private set; }

    public SessionId? Session { get; private set; }

    public string? Network { get; set; }

    public int? ExpectedVersion { get; set; }

    public void SignIn(Actor actor, Role role, OrganizationId? organizationId, SessionId? session = null, UserId? person = null)
    {
        Actor = actor;
        Role = role;
        OrganizationId = organizationId;
        Session = session;
        Person = actor is { Kind: ActorKind.User, Id: { } id } ? new UserId(id) : person;
    }

    /// <summary>
    /// What is saved until the result is disposed is recorded as done by a protected person, so that the history does not hold who it was.
    /// </summary>
    public IDisposable ActProtected()
    {
        var before = new Protection(this, Actor, Person);
        Actor = Actor.Protected;
        Person = null;
        return before;
    }

    /// <summary>Acts as the system, which may read and do everything; used by scheduled jobs and at start-up.</summary>
    /// <param name="person">The person behind the actor's key.</param>
    public CurrentUser ActAsSystem(Actor? onBehalfOf = null, UserId? person = null)
    {
        SignIn(onBehalfOf ?? Actor.System, Domain.Access.Role.Secretariat, null, person: person);
        return this;
    }

    private sealed class Protection(CurrentUser user, Actor actor, UserId? person) : IDisposable
    {
        public void Dispose()
        {
            user.Actor = actor;
            user.Person = person;
        }
    }
}
