using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Read)]
public sealed record GetPartnership(PartnershipId PartnershipId) : IRequest<PartnershipDetails>;

internal sealed class GetPartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetPartnership, PartnershipDetails>
{
    public async Task<PartnershipDetails> Handle(GetPartnership query, CancellationToken ct)
    {
        var details =
            await db.Partnerships.VisibleTo(db, user).Where(p => p.Id == query.PartnershipId).AsDetails(db).SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("partnership");
        return details with { Remarks = [.. await RemarksAsync(query.PartnershipId, ct)] };
    }

    /// <summary>A partnership of one sector or one country is allowed, but SDG 17.17 asks for more, so a remark is added.</summary>
    private async Task<IEnumerable<Remark>> RemarksAsync(PartnershipId id, CancellationToken ct)
    {
        var members = db.Organizations.Where(o => db.Members.Any(m => m.PartnershipId == id && m.OrganizationId == o.Id));
        var sectors = await members.Select(o => o.Sector).Distinct().Take(2).CountAsync(ct);
        var countries = await members.Select(o => o.CountryCode).Distinct().Take(2).ToListAsync(ct);
        return
        [
            .. sectors == 1 ? [Remark.Of("partnership.oneSector")] : Array.Empty<Remark>(),
            .. countries is [not null] ? [Remark.Of("partnership.oneCountry")] : Array.Empty<Remark>(),
        ];
    }
}
