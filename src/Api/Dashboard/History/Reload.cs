using Microsoft.AspNetCore.Components;

namespace PartnershipTracker.Api.Dashboard.History;

/// <summary>Lets the browser load a page again while something is under way.</summary>
internal static class Reload
{
    private const int Seconds = 5;

    public static MarkupString Of(bool isUnderWay) => new(isUnderWay ? $"<meta http-equiv=\"refresh\" content=\"{Seconds}\">" : "");
}
