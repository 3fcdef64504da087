namespace PartnershipTracker.Application.Commitments;

/// <param name="Baseline">In the unit of the measure.</param>
/// <param name="Target">In the unit of the measure.</param>
public sealed record MeasureDraft(
    string? Indicator = null, string? Unit = null, decimal? Baseline = null, DateOnly? BaselineDate = null, decimal? Target = null,
    string? MeansOfVerification = null);
