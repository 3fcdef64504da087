using System.Net;
using Microsoft.Extensions.Configuration;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>How links are checked (<c>Links:*</c>).</summary>
/// <param name="AllowPrivate">Also addresses that are not public: for an installation inside a closed network.</param>
public sealed record LinkOptions(bool AllowPrivate)
{
    /// <summary>For one link, redirects included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Where we go.</summary>
    public Func<IPAddress, bool> MayVisit { get; init; } = AllowPrivate ? _ => true : PublicAddresses.Contains;

    /// <exception cref="ConfigurationException">A value makes no sense.</exception>
    public static LinkOptions Read(IConfiguration configuration) => new(Rules.YesOrNo(configuration, "Links:AllowPrivate", otherwise: false));
}
