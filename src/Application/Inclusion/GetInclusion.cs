using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Who takes part and who decides in everything that the caller may see, or in one partnership, and who is missing.</summary>
/// <param name="PartnershipId">
/// Null for the whole, to which people without an organization belong, too: they take part in initiatives, so that they are counted for
/// whoever reads these.
/// </param>
[Needs(Right.Read)]
public sealed record GetInclusion(PartnershipId? PartnershipId = null) : IRequest<InclusionSummary>;

internal sealed class GetInclusionHandler(ITrackerDb db, ICurrentUser user, InclusionReader reader)
    : IRequestHandler<GetInclusion, InclusionSummary>
{
    public async Task<InclusionSummary> Handle(GetInclusion query, CancellationToken ct)
    {
        var partnerships = db.Partnerships.VisibleTo(db, user);
        var decisions = db.History.VisibleTo(db, user);
        if (query.PartnershipId is { } id)
        {
            await partnerships.GetAsync(id, ct);
            partnerships = partnerships.Where(p => p.Id == id);

            // Also what the board decided on the initiative from which the partnership came.
            var initiatives = db.Initiatives.Where(i => i.PartnershipId == id).Select(i => (Guid?)(object)i.Id);
            decisions = decisions.Where(h =>
                h.PartnershipId == id.Value || (h.InitiativeId != null && initiatives.Contains(h.InitiativeId))
            );
        }

        var visible = partnerships.Select(p => p.Id);
        var taking = db
            .Members.Where(m => visible.Contains(m.PartnershipId))
            .Select(m => new Participation { OrganizationId = m.OrganizationId, Role = m.Role });
        var individuals = query.PartnershipId is null && user.ReadsInitiatives();
        return await reader.ReadAsync(taking, decisions, individuals, ct);
    }
}
