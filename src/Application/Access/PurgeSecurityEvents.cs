using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Removes security events after 90 days.</summary>
[Needs(Right.Administer)]
public sealed record PurgeSecurityEvents : IRequest<int>
{
    public static readonly TimeSpan RetentionPeriod = TimeSpan.FromDays(90);
}

internal sealed class PurgeSecurityEventsHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<PurgeSecurityEvents, int>
{
    /// <returns>The number of events removed.</returns>
    public Task<int> Handle(PurgeSecurityEvents command, CancellationToken ct)
    {
        var until = time.GetUtcNow() - PurgeSecurityEvents.RetentionPeriod;
        return db.SecurityEvents.Where(e => e.At <= until).ExecuteDeleteAsync(ct);
    }
}
