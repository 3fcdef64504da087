using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>A person with an account, active or deactivated.</summary>
public sealed record PersonDetails
{
    public Guid Id { get; init; }

    public string Email { get; init; } = "";

    public string? Name { get; init; }

    public Role Role { get; init; }

    public Guid? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    /// <summary>The language of mails to the person; null if it is unknown.</summary>
    public string? Language { get; init; }

    /// <summary>IANA id; null for the time zone of the organization, or UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The stakeholder group; null if it is unknown.</summary>
    public string? StakeholderGroup { get; init; }

    /// <summary>Whether the person is at the beginning of their career; false is unknown, unless <c>isCareerKnown</c>.</summary>
    public bool IsEarlyCareer { get; init; }

    /// <summary>Whether it was said if they are at the beginning of their career.</summary>
    public bool IsCareerKnown { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeactivatedAt { get; init; }

    /// <summary>
    /// When they last used a browser in which they are signed in, exact to a few minutes; null if they are signed in nowhere.
    /// </summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    public int Version { get; init; }
}

internal static class PersonProjection
{
    public static IQueryable<PersonDetails> AsDetails(this IQueryable<User> people, ITrackerDb db) =>
        people.Select(u => new PersonDetails
        {
            Id = u.Id.Value,
            Email = u.Email,
            Name = u.Name,
            Role = u.Role,
            OrganizationId = u.OrganizationId == null ? null : u.OrganizationId.Value.Value,
            OrganizationName = db.Organizations.Where(o => o.Id == u.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            Language = u.Language,
            TimeZone = u.TimeZone,
            StakeholderGroup = u.StakeholderGroup,
            IsEarlyCareer = u.IsEarlyCareer,
            IsCareerKnown = u.IsCareerKnown,
            CreatedAt = u.CreatedAt,
            DeactivatedAt = u.DeactivatedAt,
            LastSeenAt = db.Sessions.Where(s => s.UserId == u.Id).Max(s => (DateTimeOffset?)s.LastSeenAt),
            Version = u.Version,
        });
}
