namespace PartnershipTracker.Application.Imports;

/// <summary>A progress report is created if <see cref="When"/> is true.</summary>
public sealed record ProgressMapping(
    Condition When,
    MappedValue AsOf,
    MappedValue Narrative,
    MappedValue? Value = null,
    MappedValue? Barriers = null,
    bool ReportsCompletion = false
);
