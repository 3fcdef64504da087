namespace PartnershipTracker.Api.Reports;

internal static class ReportEndpoints
{
    public static void MapReports(this RouteGroupBuilder api)
    {
    }
}
