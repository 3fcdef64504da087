using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>The caller: a person, or an API key.</summary>
[Needs(Right.SignIn)]
public sealed record GetMe : IRequest<Me>;

public sealed record Me
{
    /// <summary>A person (user) or an API key (apiKey).</summary>
    public ActorKind Kind { get; init; }

    public Guid Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Only for a person.</summary>
    public string? Email { get; init; }

    /// <summary>Only for a person: the language of mails to them.</summary>
    public string? Language { get; init; }

    /// <summary>Only for a person: the IANA id of their time zone; null for that of their organization, or UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Only for a person: their stakeholder group; null if it is unknown.</summary>
    public string? StakeholderGroup { get; init; }

    /// <summary>
    /// Only for a person: whether they are at the beginning of their career; false is unknown, unless <c>isCareerKnown</c>.
    /// </summary>
    public bool IsEarlyCareer { get; init; }

    /// <summary>Only for a person: whether it was said if they are at the beginning of their career.</summary>
    public bool IsCareerKnown { get; init; }

    public Role Role { get; init; }

    public Guid? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    /// <summary>Only for a key: its first characters.</summary>
    public string? Prefix { get; init; }

    /// <summary>Only for a key: its last day of validity, if it has one.</summary>
    public DateOnly? ExpiresOn { get; init; }
}

internal sealed class GetMeHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetMe, Me>
{
    public async Task<Me> Handle(GetMe query, CancellationToken ct) =>
        user.Actor switch
        {
            { Kind: ActorKind.User, Id: { } id } => await db
                .Users.Where(u => u.Id == new UserId(id))
                .Select(u => new Me
                {
                    Kind = ActorKind.User,
                    Id = id,
                    Name = u.Name,
                    Email = u.Email,
                    Language = u.Language,
                    TimeZone = u.TimeZone,
                    StakeholderGroup = u.StakeholderGroup,
                    IsEarlyCareer = u.IsEarlyCareer,
                    IsCareerKnown = u.IsCareerKnown,
                    Role = u.Role,
                    OrganizationId = u.OrganizationId == null ? null : u.OrganizationId.Value.Value,
                    OrganizationName = db.Organizations.Where(o => o.Id == u.OrganizationId).Select(o => o.Name).FirstOrDefault(),
                })
                .SingleAsync(ct),
            { Kind: ActorKind.ApiKey, Id: { } id } => await db
                .ApiKeys.Where(k => k.Id == new ApiKeyId(id))
                .Select(k => new Me
                {
                    Kind = ActorKind.ApiKey,
                    Id = id,
                    Name = k.Name,
                    Role = k.Role,
                    OrganizationId = k.OrganizationId == null ? null : k.OrganizationId.Value.Value,
                    OrganizationName = db.Organizations.Where(o => o.Id == k.OrganizationId).Select(o => o.Name).FirstOrDefault(),
                    Prefix = k.Prefix,
                    ExpiresOn = k.ExpiresOn,
                })
                .SingleAsync(ct),
            _ => throw AccessErrors.NotAllowed(),
        };
}
