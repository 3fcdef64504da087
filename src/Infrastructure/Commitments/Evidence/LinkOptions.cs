using System.Net;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>How links are checked (<c>Links:*</c>).</summary>
public sealed record LinkOptions
{
    /// <summary>Whether addresses that are not public may be checked, too: for an installation inside a closed network.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The time limit for one link, including its redirects.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Which IP addresses may be visited.</summary>
    internal Func<IPAddress, bool> MayVisit
    {
        get => field ?? (AllowPrivate ? _ => true : PublicAddresses.Contains);
        init;
    }
}
