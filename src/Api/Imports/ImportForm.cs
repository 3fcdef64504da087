namespace PartnershipTracker.Api.Imports;

/// <param name="File">UTF-8 CSV or XLSX (its first sheet) with a heading row.</param>
/// <param name="Profile">The mapping of columns to fields, as JSON; not needed if the heading is that of an export or of the
/// template.</param>
/// <param name="SavedProfile">The name of a saved profile, instead of one that is sent.</param>
internal sealed record ImportForm(IFormFile File, string? Profile = null, string? SavedProfile = null);

/// <param name="File">CSV or XLSX with a heading row.</param>
internal sealed record UploadForm(IFormFile File);
