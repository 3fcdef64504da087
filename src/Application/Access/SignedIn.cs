namespace PartnershipTracker.Application.Access;

/// <param name="Token">For the browser's cookie; this is the only answer that ever has it.</param>
/// <param name="ReturnTo">A path of ours.</param>
public sealed record SignedIn(string Token, string? ReturnTo);
