namespace PartnershipTracker.Application.Deferred;

/// <summary>
/// The claim ended and another process has taken the item over. Unsaved changes are discarded, because that process does the item again.
/// </summary>
public sealed class ClaimLostException() : Exception("The claim has ended.");
