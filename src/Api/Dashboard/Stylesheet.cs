using Microsoft.AspNetCore.StaticAssets;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>Where our style sheet is: under a name with its fingerprint, so that browsers may keep it for ever.</summary>
internal sealed class Stylesheet(EndpointDataSource endpoints)
{
    private const string File = "tracker.css";

    public string Address { get; } = "/" + (endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .FirstOrDefault(asset => asset is not null && asset.Properties.Any(p => p is { Name: "label", Value: File }))?.Route ?? File);
}
