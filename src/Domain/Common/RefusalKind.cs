namespace PartnershipTracker.Domain.Common;

/// <summary>Why a request is refused (docs/adr/0004).</summary>
public enum RefusalKind
{
    /// <summary>The request itself is not well formed.</summary>
    Malformed,

    /// <summary>The caller may see it but not do it.</summary>
    Forbidden,

    /// <summary>It does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>Somebody was first.</summary>
    Conflict,

    /// <summary>It changed since the caller read it.</summary>
    VersionMoved,

    /// <summary>More than is taken at once.</summary>
    TooLarge,

    /// <summary>A rule refuses it.</summary>
    Refused,
}
