namespace PartnershipTracker.Api.HealthChecks;

/// <param name="Period">What the round asks about, e.g. "Second half of 2026"; once in a partnership.</param>
/// <param name="ClosesOn">The last day on which it can be answered, wherever the respondent is; 7 to 92 days after the first.</param>
/// <param name="OpensOn">The first day, UTC; today if null.</param>
internal sealed record HealthCheckBody(string Period, DateOnly ClosesOn, DateOnly? OpensOn = null);
