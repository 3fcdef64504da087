using Microsoft.AspNetCore.StaticAssets;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>The address of the style sheet. Its name holds a fingerprint, so that browsers can store it without asking again.</summary>
internal sealed class Stylesheet(EndpointDataSource endpoints)
{
    private const string File = "tracker.css";

    public string Address { get; } =
        "/"
        + (
            endpoints
                .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
                .FirstOrDefault(asset => asset is not null && asset.Properties.Any(p => p is { Name: "label", Value: File }))
                ?.Route
            ?? File
        );
}
