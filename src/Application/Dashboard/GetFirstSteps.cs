using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Which of the steps to the first commitment a new installation has completed.</summary>
[Needs(Right.Read)]
public sealed record GetFirstSteps : IRequest<FirstSteps>;

/// <param name="Key">The secretariat has an API key.</param>
/// <param name="Contact">An organization has a contact.</param>
/// <param name="Partnership">A partnership is active.</param>
/// <param name="Commitment">A commitment exists, even as a draft.</param>
public sealed record FirstSteps(bool Key, bool Organization, bool Contact, bool Partnership, bool Commitment);

internal sealed class GetFirstStepsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetFirstSteps, FirstSteps>
{
    public async Task<FirstSteps> Handle(GetFirstSteps query, CancellationToken ct)
    {
        var organizations = db.Organizations.VisibleTo(db, user);
        return new FirstSteps(
            await db.ApiKeys.AnyAsync(ct),
            await organizations.AnyAsync(ct),
            await organizations.AnyAsync(o => db.Contacts.Any(c => c.OrganizationId == o.Id), ct),
            await db.Partnerships.VisibleTo(db, user).AnyAsync(p => p.Status == PartnershipStatus.Active, ct),
            await db.Commitments.VisibleTo(db, user).AnyAsync(ct));
    }
}
