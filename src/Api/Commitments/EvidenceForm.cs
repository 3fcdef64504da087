namespace PartnershipTracker.Api.Commitments;

/// <param name="File">PDF, image, office document without macros, plain text or CSV; the content decides, not the name.</param>
/// <param name="Title">The title that is shown; by default the name of the file.</param>
internal sealed record EvidenceForm(IFormFile File, string? Title = null);
