using System.Net;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>How links are checked (<c>Links:*</c>).</summary>
public sealed record LinkOptions
{
    /// <summary>Also addresses that are not public: for an installation inside a closed network.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>For one link, redirects included.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Where we go.</summary>
    internal Func<IPAddress, bool> MayVisit
    {
        get => field ?? (AllowPrivate ? _ => true : PublicAddresses.Contains);
        init;
    }
}
