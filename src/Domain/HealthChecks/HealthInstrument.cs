namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>
/// Our own questionnaire on the health of a partnership, published at <c>/health-check</c> with its sources. A change of its statements or
/// its scale is a new version; a round keeps the version it was opened with.
/// </summary>
public static class HealthInstrument
{
    public const int CurrentVersion = 1;

    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<HealthStatement> Statements { get; } = Enum.GetValues<HealthStatement>();

    /// <summary>The scale, the lowest first; "cannot say" is not a part of it.</summary>
    public static IReadOnlyList<HealthRating> Scale { get; } = [.. Enum.GetValues<HealthRating>().Where(r => r != HealthRating.CannotSay)];
}
