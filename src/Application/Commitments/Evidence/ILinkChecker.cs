using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Looks whether there is something at an address, without trusting whoever wrote it.</summary>
public interface ILinkChecker
{
    /// <summary>Bounded in time and size; never fails for what the other side does.</summary>
    Task<LinkCheck> CheckAsync(string url, CancellationToken ct);
}
