using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

[Needs(Right.ManagePeople)]
public sealed record GetApiKey(OrganizationId OrganizationId, ApiKeyId ApiKeyId) : IRequest<ApiKeyDetails>;

internal sealed class GetApiKeyHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetApiKey, ApiKeyDetails>
{
    public async Task<ApiKeyDetails> Handle(GetApiKey query, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, query.OrganizationId, ct);
        return await db
                .ApiKeys.Where(k => k.Id == query.ApiKeyId && k.OrganizationId == organization.Id)
                .ProjectTo<ApiKeyDetails>(maps)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("apiKey");
    }
}
