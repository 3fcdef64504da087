using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>Whether health checks of a partnership open by themselves, and when the next one does; read in one statement.</summary>
[Needs(Right.Read)]
public sealed record GetHealthCheckPlan(PartnershipId PartnershipId) : IRequest<HealthCheckPlan>;

internal sealed class GetHealthCheckPlanHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetHealthCheckPlan, HealthCheckPlan>
{
    /// <summary>Who may change it is the same question as <see cref="HealthCheckAccess.LeadsAsync"/>.</summary>
    public async Task<HealthCheckPlan> Handle(GetHealthCheckPlan query, CancellationToken ct)
    {
        var planned =
            await db
                .Partnerships.VisibleTo(db, user)
                .Where(p => p.Id == query.PartnershipId)
                .WithPlans(db, user.Role == Role.Officer ? user.OrganizationId : null)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("partnership");
        return new HealthCheckPlan(planned.Partnership.HealthCheckMonths, planned.NextOn, user.Role == Role.Secretariat || planned.IsLed);
    }
}
