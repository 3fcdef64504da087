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
    /// <summary>A partnership of one sector or one country is allowed, but SDG 17.17 asks for more, so a remark is added.</summary>
    public async Task<PartnershipDetails> Handle(GetPartnership query, CancellationToken ct)
    {
        var id = query.PartnershipId;
        var members = db.Organizations.Where(o => db.Members.Any(m => m.PartnershipId == id && m.OrganizationId == o.Id));
        var found =
            await db
                .Partnerships.VisibleTo(db, user)
                .Where(p => p.Id == id)
                .AsDetails(db, user)
                .Select(details => new
                {
                    Details = details,
                    Sectors = members.Select(o => o.Sector).Distinct().Take(2).Count(),
                    Countries = members.Select(o => o.CountryCode).Distinct().Take(2).Count(),
                    NamesCountry = members.Any(o => o.CountryCode != null),
                })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("partnership");
        return found.Details with
        {
            Remarks =
            [
                .. found.Sectors == 1 ? [Remark.Of("partnership.oneSector")] : Array.Empty<Remark>(),
                .. found is { Countries: 1, NamesCountry: true } ? [Remark.Of("partnership.oneCountry")] : Array.Empty<Remark>(),
            ],
        };
    }
}
