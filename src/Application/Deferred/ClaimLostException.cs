namespace PartnershipTracker.Application.Deferred;

/// <summary>Another has taken the item, because our claim had ended; what we did and did not save is theirs to do.</summary>
public sealed class ClaimLostException() : Exception("The claim has ended.");
