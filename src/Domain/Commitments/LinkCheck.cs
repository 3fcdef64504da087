namespace PartnershipTracker.Domain.Commitments;

/// <summary>The result of checking a link.</summary>
public enum LinkCheck
{
    /// <summary>The address answered with content.</summary>
    Reached,

    /// <summary>404 or 410, no such host, or no connection. Twice in a row makes it a dead link.</summary>
    Gone,

    /// <summary>No clear result: access restricted, server too busy or too slow.</summary>
    Unknown,

    /// <summary>Not checked, because the address is not public or not HTTP.</summary>
    NotAllowed,
}
