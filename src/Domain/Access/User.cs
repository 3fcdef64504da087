using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Access;

public readonly record struct UserId(Guid Value)
{
    public static UserId New() => new(Guid.CreateVersion7());
}

public sealed record UserInvited(UserId UserId, Role Role, OrganizationId? OrganizationId) : IDomainEvent;

/// <summary>A person who signs in by a link sent to their address. The address is the only secret they need to keep.</summary>
public sealed class User : AggregateRoot
{
    private User(UserId id, string email, Role role, OrganizationId? organizationId, DateTimeOffset createdAt)
    {
        (Id, Email, Role, OrganizationId, CreatedAt) = (id, email, role, organizationId, createdAt);
    }

    public UserId Id { get; private set; }

    /// <summary>In lower case; unique.</summary>
    public string Email { get; private set; }

    public Role Role { get; private set; }

    /// <summary>Null for people of the secretariat.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static User Invite(string email, Role role, OrganizationId? organizationId, DateTimeOffset now)
    {
        var user = new User(UserId.New(), Common.Email.Normalize(email), role, role == Role.Secretariat ? null : organizationId, now);
        user.Raise(new UserInvited(user.Id, role, user.OrganizationId));
        return user;
    }
}
