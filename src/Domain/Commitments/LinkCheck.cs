namespace PartnershipTracker.Domain.Commitments;

/// <summary>What a look at a link found.</summary>
public enum LinkCheck
{
    /// <summary>There is something.</summary>
    Reached,

    /// <summary>There is nothing: 404 or 410, no such host, no connection. Once may be bad luck; twice in a row is dead.</summary>
    Gone,

    /// <summary>It could not be told: kept for others, too busy, too slow.</summary>
    Unknown,

    /// <summary>We do not go there: it is not public, or not http.</summary>
    NotAllowed,
}
