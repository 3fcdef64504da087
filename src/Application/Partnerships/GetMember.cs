using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Read)]
public sealed record GetMember(PartnershipId PartnershipId, OrganizationId OrganizationId) : IRequest<MemberDetails>;

internal sealed class GetMemberHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetMember, MemberDetails>
{
    public async Task<MemberDetails> Handle(GetMember query, CancellationToken ct) =>
        await (
            from m in db.Members
            join p in db.Partnerships.VisibleTo(db, user) on m.PartnershipId equals p.Id
            join o in db.Organizations on m.OrganizationId equals o.Id
            where m.PartnershipId == query.PartnershipId && m.OrganizationId == query.OrganizationId
            select new MemberDetails(m.OrganizationId.Value, o.Name, o.Sector, o.CountryCode, m.Role, m.JoinedOn)
        ).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("member");
}
