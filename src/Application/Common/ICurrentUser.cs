using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Common;

/// <summary>Who calls, and what the caller believes to be true.</summary>
public interface ICurrentUser
{
    /// <summary>Written into the history.</summary>
    Actor Actor { get; }

    /// <summary>Null for anonymous callers.</summary>
    Role? Role { get; }

    /// <summary>The organization the caller acts for; null for the secretariat.</summary>
    OrganizationId? OrganizationId { get; }

    /// <summary>The session a person calls in; null for keys.</summary>
    SessionId? Session { get; }

    /// <summary>The version the caller wants to change (If-Match), where one was given.</summary>
    int? ExpectedVersion { get; }
}
