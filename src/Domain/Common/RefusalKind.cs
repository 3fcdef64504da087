namespace PartnershipTracker.Domain.Common;

/// <summary>Why a request is not done; each kind has one HTTP status (docs/adr/0004).</summary>
public enum RefusalKind
{
    /// <summary>400: the request itself is not well formed.</summary>
    Malformed,

    /// <summary>403: the caller may see it but not do it.</summary>
    Forbidden,

    /// <summary>404: it does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>409: somebody was first.</summary>
    Conflict,

    /// <summary>412: the given If-Match is not the current tag.</summary>
    PreconditionFailed,

    /// <summary>413: more than is taken at once.</summary>
    TooLarge,

    /// <summary>422: a rule refuses it.</summary>
    Refused,
}
