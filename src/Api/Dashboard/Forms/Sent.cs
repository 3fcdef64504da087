namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>What a form led to.</summary>
/// <param name="Address">The page that is shown next.</param>
/// <param name="Notice">The key of the text that says there what was done, e.g. <c>notice.organization.registered</c>; null if the page
/// itself says it.</param>
internal sealed record Sent(string Address, string? Notice = null)
{
    /// <summary>A page that shows a secret, which is shown once: sending the form again leads to the address.</summary>
    public IResult? Secret { get; init; }
}
