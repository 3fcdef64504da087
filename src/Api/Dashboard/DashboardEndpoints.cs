namespace PartnershipTracker.Api.Dashboard;

internal static class DashboardEndpoints
{
    public static void MapDashboard(this RouteGroupBuilder api)
    {
    }
}
