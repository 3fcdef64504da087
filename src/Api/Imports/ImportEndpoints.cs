namespace PartnershipTracker.Api.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this RouteGroupBuilder api)
    {
    }
}
