namespace PartnershipTracker.Api.Commitments;

/// <param name="File">PDF, image, office document without macros, plain text or CSV; told by its content.</param>
/// <param name="Title">As people read it; the file's name where nothing is said.</param>
internal sealed record EvidenceForm(IFormFile File, string? Title = null);
