namespace PartnershipTracker.Api.HealthChecks;

/// <param name="Period">What the round asks about, e.g. "Second half of 2026"; once in a partnership.</param>
/// <param name="ClosesOn">The last day on which it can be answered, wherever the respondent is; 7 to 92 days after the first.</param>
/// <param name="OpensOn">The first day, UTC; today if null.</param>
internal sealed record HealthCheckBody(string Period, DateOnly ClosesOn, DateOnly? OpensOn = null);

/// <param name="Months">After so many months the next one opens, 1 to 24; none opens by itself if null.</param>
/// <param name="OpensOn">The first day of the next one, UTC; today if null.</param>
internal sealed record HealthCheckPlanBody(int? Months = null, DateOnly? OpensOn = null);
