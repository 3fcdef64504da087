using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Maintenance;

/// <summary>Updates the statistics of databases that do not do so automatically.</summary>
[Needs(Right.Administer)]
public sealed record RefreshStatistics : IRequest<bool>;

internal sealed class RefreshStatisticsHandler(IDatabaseMaintenance database) : IRequestHandler<RefreshStatistics, bool>
{
    /// <returns>Whether anything was done for this database.</returns>
    public Task<bool> Handle(RefreshStatistics command, CancellationToken ct) => database.RefreshStatisticsAsync(ct);
}
