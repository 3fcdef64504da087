using MediatR;
using PartnershipTracker.Application.Dashboard;

namespace PartnershipTracker.Api.Dashboard;

internal static class DashboardEndpoints
{
    public static void MapDashboard(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/dashboard").WithTags("Dashboard");
        group.MapGet("/summary", Summary).WithName("getDashboardSummary");
    }

    private static Task<DashboardSummary> Summary(IMediator mediator, CancellationToken ct) => mediator.Send(new GetDashboardSummary(), ct);
}
