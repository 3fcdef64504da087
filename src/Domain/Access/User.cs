using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Access;

public readonly record struct UserId(Guid Value)
{
    public static UserId New() => new(Guid.CreateVersion7());
}

public sealed record UserInvited(UserId UserId, Role Role, OrganizationId? OrganizationId) : IDomainEvent;

public sealed record UserRoleChanged(UserId UserId, Role From, Role To, OrganizationId? OrganizationId) : IDomainEvent;

/// <summary>Language and time zone of a person changed.</summary>
public sealed record UserPreferencesChanged(UserId UserId, IReadOnlyList<Change> Changes) : IDomainEvent;

/// <summary>The stakeholder group of a person, or whether they are at the beginning of their career, changed.</summary>
/// <param name="Changes">Without values, because they describe a person and can be erased.</param>
public sealed record UserDescribed(UserId UserId, IReadOnlyList<Change> Changes) : IDomainEvent;

/// <summary>The invitation was sent again.</summary>
public sealed record UserInvitationResent(UserId UserId, Role Role, OrganizationId? OrganizationId) : IDomainEvent;

public sealed record UserDeactivated(UserId UserId, Role Role, OrganizationId? OrganizationId) : IDomainEvent;

public sealed record UserReactivated(UserId UserId, Role Role, OrganizationId? OrganizationId) : IDomainEvent;

/// <summary>
/// A person with an account, who signs in by a link sent to their email address. Name and address are stored only here, so that they can be
/// erased; the history refers to the id.
/// </summary>
public sealed class User : AggregateRoot
{
    /// <summary>The hour of the day, where the person is, at which the daily mail is sent.</summary>
    public const int DigestHour = 7;

    private User(UserId id, string email, string? name, Role role, OrganizationId? organizationId, DateTimeOffset createdAt)
    {
        Id = id;
        Email = email;
        Name = name;
        Role = role;
        OrganizationId = organizationId;
        CreatedAt = createdAt;
    }

    public UserId Id { get; private set; }

    /// <summary>In lower case; unique.</summary>
    public string Email { get; private set; }

    public string? Name { get; private set; }

    /// <summary>The name as it is searched; empty where it is unknown.</summary>
    public string NameKey { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>Null for people of the secretariat, so that they never decide about their own organization.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    /// <summary>The language of mails to them: one of the six UN languages; null is unknown and means English.</summary>
    public string? Language { get; private set; }

    /// <summary>IANA id; null is unknown and means the time zone of their organization, or UTC.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>The code of a stakeholder group; null is unknown.</summary>
    public string? StakeholderGroup { get; private set; }

    /// <summary>
    /// Whether the person is at the beginning of their career, by their own or the inviting person's word. False means unknown, unless one
    /// of them said so (<see cref="IsCareerKnown"/>).
    /// </summary>
    public bool IsEarlyCareer { get; private set; }

    /// <summary>Whether it was said if the person is at the beginning of their career.</summary>
    public bool IsCareerKnown { get; private set; }

    /// <summary>When they are next told what awaits their review; null while that is not planned.</summary>
    public DateTimeOffset? NextDigestAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the person lost the right to sign in; null while they have it.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    /// <exception cref="DomainException">The role needs an organization, or must not have one.</exception>
    public static User Invite(string email, string? name, Role role, OrganizationId? organizationId, DateTimeOffset now)
    {
        CheckOrganization(role, organizationId);
        var user = new User(UserId.New(), Common.Email.Normalize(email), null, role, organizationId, now);
        user.SetName(name);
        user.Raise(new UserInvited(user.Id, role, organizationId));
        return user;
    }

    /// <summary>Invites a deactivated person again.</summary>
    /// <exception cref="DomainException">The person is not deactivated, or the role needs an organization or must not have one.</exception>
    public void InviteAgain(string? name, Role role, OrganizationId? organizationId)
    {
        if (DeactivatedAt is null)
            throw UserErrors.Exists();
        CheckOrganization(role, organizationId);
        SetName(name);
        Role = role;
        OrganizationId = organizationId;
        DeactivatedAt = null;
        NextDigestAt = null;
        Raise(new UserInvited(Id, role, organizationId));
    }

    /// <summary>Records that the invitation is sent again.</summary>
    public void ResendInvitation()
    {
        if (DeactivatedAt is not null)
            throw UserErrors.Deactivated();
        Raise(new UserInvitationResent(Id, Role, OrganizationId));
    }

    public void ChangeRole(Role role, OrganizationId? organizationId)
    {
        if (DeactivatedAt is not null)
            throw UserErrors.Deactivated();
        CheckOrganization(role, organizationId);
        if (role == Role && organizationId == OrganizationId)
            return;
        var before = Role;
        (Role, OrganizationId) = (role, organizationId);
        NextDigestAt = null;
        Raise(new UserRoleChanged(Id, before, role, organizationId));
    }

    /// <param name="language">One of the six UN languages; null for unknown.</param>
    /// <param name="timeZone">IANA id; null for unknown.</param>
    /// <exception cref="DomainException">The time zone does not exist.</exception>
    public void Prefer(string? language, string? timeZone)
    {
        var before = (Language, TimeZone);
        (Language, TimeZone) = (language, Blank.ToNull(timeZone) is { } id ? Codes.TimeZone(id).Id : null);
        if (before == (Language, TimeZone))
            return;
        NextDigestAt = null;
        Raise(new UserPreferencesChanged(Id, Changes.Of(("language", before.Language, Language), ("timeZone", before.TimeZone, TimeZone))));
    }

    /// <summary>Says which stakeholder group the person belongs to, and whether they are at the beginning of their career.</summary>
    /// <param name="stakeholderGroup">The code of a term; null for unknown.</param>
    /// <param name="isEarlyCareer">Null leaves it as it is, known or unknown.</param>
    public void Describe(string? stakeholderGroup, bool? isEarlyCareer)
    {
        var (group, career) = (StakeholderGroup, Career);
        StakeholderGroup = Blank.ToNull(stakeholderGroup);
        IsEarlyCareer = isEarlyCareer ?? IsEarlyCareer;
        IsCareerKnown = IsCareerKnown || isEarlyCareer is not null;
        RaiseDescribed(group, career);
    }

    /// <summary>The same in the person's own words, who can also take back what was said.</summary>
    /// <param name="stakeholderGroup">The code of a term; null for unknown.</param>
    /// <param name="isEarlyCareer">Null for unknown.</param>
    public void DescribeThemselves(string? stakeholderGroup, bool? isEarlyCareer)
    {
        var (group, career) = (StakeholderGroup, Career);
        StakeholderGroup = Blank.ToNull(stakeholderGroup);
        IsEarlyCareer = isEarlyCareer ?? false;
        IsCareerKnown = isEarlyCareer is not null;
        RaiseDescribed(group, career);
    }

    /// <summary>Plans the next digest: the first morning after now.</summary>
    /// <param name="zone">Where the person is.</param>
    public void PlanDigest(DateTimeOffset now, TimeZoneInfo zone) => NextDigestAt = LocalHour.NextAfter(now, DigestHour, zone);

    public void Deactivate(DateTimeOffset now)
    {
        if (DeactivatedAt is not null)
            return;
        DeactivatedAt = now;
        NextDigestAt = null;
        Raise(new UserDeactivated(Id, Role, OrganizationId));
    }

    /// <summary>Undoes <see cref="Deactivate"/>; does nothing where the person can sign in.</summary>
    public void Reactivate()
    {
        if (DeactivatedAt is null)
            return;
        DeactivatedAt = null;
        Raise(new UserReactivated(Id, Role, OrganizationId));
    }

    private bool? Career => IsCareerKnown ? IsEarlyCareer : null;

    /// <param name="group">The stakeholder group before.</param>
    /// <param name="career">The career before.</param>
    private void RaiseDescribed(string? group, bool? career)
    {
        var changes = Changes.WithoutValues(("stakeholderGroup", group, StakeholderGroup), ("isEarlyCareer", career, Career));
        if (changes.Count > 0)
            Raise(new UserDescribed(Id, changes));
    }

    /// <summary>A name that is left out stays as it is.</summary>
    private void SetName(string? name)
    {
        Name = Blank.ToNull(name) ?? Name;
        NameKey = TextKey.Of(Name ?? "");
    }

    /// <summary>Board members, reviewers and members may belong to an organization or to none.</summary>
    private static void CheckOrganization(Role role, OrganizationId? organizationId)
    {
        if (role == Role.Secretariat && organizationId is not null)
            throw UserErrors.SecretariatHasNoOrganization();
        if (role is Role.Officer or Role.Reporter or Role.Community && organizationId is null)
            throw UserErrors.OrganizationMissing();
    }
}
