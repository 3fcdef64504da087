using Microsoft.AspNetCore.StaticAssets;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>
/// The addresses of the style sheet and of the script. Their names hold a fingerprint, so that browsers can store them without asking
/// again. Every page works without the script.
/// </summary>
internal sealed class PageAssets(EndpointDataSource endpoints)
{
    public string Stylesheet { get; } = AddressOf(endpoints, "tracker.css");

    public string Script { get; } = AddressOf(endpoints, "tracker.js");

    private static string AddressOf(EndpointDataSource endpoints, string file) =>
        "/"
        + (
            endpoints
                .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
                .FirstOrDefault(asset => asset is not null && asset.Properties.Any(p => p.Name == "label" && p.Value == file))
                ?.Route
            ?? file
        );
}
