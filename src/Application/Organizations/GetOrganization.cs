using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

[Needs(Right.Read)]
public sealed record GetOrganization(OrganizationId OrganizationId) : IRequest<OrganizationDetails>;

internal sealed class GetOrganizationHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetOrganization, OrganizationDetails>
{
    public async Task<OrganizationDetails> Handle(GetOrganization query, CancellationToken ct) =>
        await db
            .Organizations.VisibleTo(db, user)
            .Where(o => o.Id == query.OrganizationId)
            .ProjectTo<OrganizationDetails>(maps)
            .SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("organization");
}
