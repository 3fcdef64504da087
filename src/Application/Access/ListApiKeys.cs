using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

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
