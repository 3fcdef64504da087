using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>The people whose accounts the caller may manage.</summary>
public static class ManagedPeople
{
    /// <summary>The secretariat manages everyone, an officer manages the people of their own organization.</summary>
    public static IQueryable<User> ManagedBy(this IQueryable<User> people, ICurrentUser user)
    {
        var own = user.OrganizationId ?? default;
        return user.Role == Role.Secretariat ? people : people.Where(u => u.OrganizationId == own);
    }

    /// <summary>Officers may assign only the roles officer and reporter, and may change only people with these roles.</summary>
    public static void MustManage(this ICurrentUser user, Role role)
    {
        if (!user.ManagedRoles().Contains(role))
            throw AccessErrors.PersonRole();
    }

    /// <returns>A person whose account the caller may change.</returns>
    public static async Task<User> ManagedPersonAsync(this ITrackerDb db, ICurrentUser user, UserId id, CancellationToken ct)
    {
        var person = (await db.Users.ManagedBy(user).GetAsync("person", u => u.Id == id, ct)).MustBeExpectedBy(user);
        user.MustManage(person.Role);
        return person;
    }

    /// <summary>
    /// The last person of the secretariat cannot be removed by a person. An API key of the secretariat may do so, because it can invite the
    /// next one.
    /// </summary>
    public static async Task MustNotBeLastOfSecretariatAsync(this ITrackerDb db, ICurrentUser user, User person, CancellationToken ct)
    {
        if (person.Role != Role.Secretariat || user.Actor.Kind != ActorKind.User)
            return;
        if (!await db.Users.AnyAsync(u => u.Role == Role.Secretariat && u.DeactivatedAt == null && u.Id != person.Id, ct))
            throw UserErrors.LastOfSecretariat();
    }
}
