namespace PartnershipTracker.Application.Access;

/// <param name="Token">The token for the browser's cookie; returned only in this answer.</param>
/// <param name="ReturnTo">A path on this site.</param>
public sealed record SignedIn(string Token, string? ReturnTo);
