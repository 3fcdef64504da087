using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

/// <summary>An API key, without its secret.</summary>
public sealed record ApiKeyDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Prefix { get; init; } = "";

    public Role Role { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>
    /// The person as whom the key counts, who therefore cannot decide on what was filed with it; null if no person issued it.
    /// </summary>
    public Guid? IssuedBy { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When a replaced key stops working (UTC).</summary>
    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>When it was last used (UTC), exact to ten minutes; null if it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

internal sealed class ApiKeyMaps : Profile
{
    public ApiKeyMaps() => CreateMap<ApiKey, ApiKeyDetails>();
}

[Needs(Right.ManagePeople)]
public sealed record ListApiKeys(
    OrganizationId OrganizationId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ApiKeyDetails>>, ISupportsUpdatedSince;

internal sealed class ListApiKeysValidator : AbstractValidator<ListApiKeys>
{
    public ListApiKeysValidator() => this.Paged();
}

internal sealed class ListApiKeysHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListApiKeys, Page<ApiKeyDetails>>
{
    public async Task<Page<ApiKeyDetails>> Handle(ListApiKeys query, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, query.OrganizationId, ct);
        return await db
            .ApiKeys.Where(k => k.OrganizationId == organization.Id)
            .ToPageAsync(query, k => k.Seq, descending: false, page => page.ProjectTo<ApiKeyDetails>(maps), ct);
    }
}
