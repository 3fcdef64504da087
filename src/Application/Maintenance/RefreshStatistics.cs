using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Maintenance;

/// <summary>Lets the database look at how full its tables are, where it does not do so by itself.</summary>
[Needs(Right.Administer)]
public sealed record RefreshStatistics : IRequest<bool>;

internal sealed class RefreshStatisticsHandler(IDatabaseMaintenance database) : IRequestHandler<RefreshStatistics, bool>
{
    /// <returns>Whether there was anything to ask of this database.</returns>
    public Task<bool> Handle(RefreshStatistics command, CancellationToken ct) => database.RefreshStatisticsAsync(ct);
}
