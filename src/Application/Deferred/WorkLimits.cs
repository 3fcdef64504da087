namespace PartnershipTracker.Application.Deferred;

/// <param name="Lane">Only what is in this lane; without one, only what is in none.</param>
/// <param name="MinPriority">Only what is at least as urgent.</param>
/// <param name="IsAlone">One item of the lane at a time, on all nodes together.</param>
/// <param name="Turn">After so long the rest waits for the next run; null: until nothing is due.</param>
/// <param name="MaxFailuresInARow">Then the rest waits for the next run.</param>
public sealed record WorkLimits(
    Guid? Lane = null, int MinPriority = 0, bool IsAlone = false, TimeSpan? Turn = null, int MaxFailuresInARow = int.MaxValue);
