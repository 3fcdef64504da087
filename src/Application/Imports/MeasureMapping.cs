namespace PartnershipTracker.Application.Imports;

/// <summary>How the progress of a commitment is measured. Baseline and target are in the unit.</summary>
public sealed record MeasureMapping(
    MappedValue? Indicator = null,
    MappedValue? Unit = null,
    MappedValue? Baseline = null,
    MappedValue? BaselineDate = null,
    MappedValue? Target = null,
    MappedValue? MeansOfVerification = null
);
