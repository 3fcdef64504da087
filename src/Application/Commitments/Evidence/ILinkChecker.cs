using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Checks whether an address can be reached. The address comes from users and is not trusted.</summary>
public interface ILinkChecker
{
    /// <summary>Limited in time and size. Failures of the other server are returned, not thrown.</summary>
    Task<LinkCheck> CheckAsync(string url, CancellationToken ct);
}
