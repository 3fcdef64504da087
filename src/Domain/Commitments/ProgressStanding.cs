namespace PartnershipTracker.Domain.Commitments;

/// <summary>The progress of a commitment compared with its plan.</summary>
/// <param name="Expected">Points that the plan expects by the end of the day; null where there is no plan.</param>
/// <param name="Actual">Points reached; null is unknown.</param>
/// <param name="Ahead">Points ahead of the plan; negative when behind.</param>
/// <param name="DaysAhead">Days ahead of the plan; negative when behind.</param>
public sealed record ProgressStanding(decimal? Expected, decimal? Actual, decimal? Ahead, int? DaysAhead);
