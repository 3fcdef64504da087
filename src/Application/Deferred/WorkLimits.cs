namespace PartnershipTracker.Application.Deferred;

/// <param name="Lane">Only items of this lane; null for items without a lane.</param>
/// <param name="MinPriority">Only items of this priority or higher.</param>
/// <param name="IsAlone">One item of the lane at a time, across all nodes.</param>
/// <param name="Turn">The longest duration of a run; the remaining items wait for the next run. Null for no limit.</param>
/// <param name="MaxFailuresInARow">The run ends after so many failures; the remaining items wait for the next run.</param>
public sealed record WorkLimits(
    Guid? Lane = null, int MinPriority = 0, bool IsAlone = false, TimeSpan? Turn = null, int MaxFailuresInARow = int.MaxValue);
