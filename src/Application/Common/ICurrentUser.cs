using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Common;

/// <summary>The caller, and the version that the caller expects.</summary>
public interface ICurrentUser
{
    /// <summary>The actor that is written into the history.</summary>
    Actor Actor { get; }

    /// <summary>The person who acts, also through an API key that they issued or a report link; null where there is none.</summary>
    UserId? Person { get; }

    /// <summary>Null for anonymous callers.</summary>
    Role? Role { get; }

    /// <summary>The organization the caller acts for; null for the secretariat.</summary>
    OrganizationId? OrganizationId { get; }

    /// <summary>The session of a signed-in person; null for API keys.</summary>
    SessionId? Session { get; }

    /// <summary>The network of the caller, e.g. 203.0.113.0/24; null outside of requests.</summary>
    string? Network { get; }

    /// <summary>The version that the caller wants to change (If-Match), if given.</summary>
    int? ExpectedVersion { get; }
}
