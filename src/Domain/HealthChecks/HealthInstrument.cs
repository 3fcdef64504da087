using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>
/// Our own questionnaire on the health of a partnership, published at <c>/health-check</c> with its sources. A change of its statements or
/// its scale is a new version; a round keeps the version it was opened with. A published version never changes, and neither do its words,
/// which have the number of the version in their keys. Other words of the scale are other values of <see cref="HealthRating"/>.
/// </summary>
public static class HealthInstrument
{
    public const int CurrentVersion = 1;

    /// <summary>The statements of each version, the first version first, in the order of the form.</summary>
    private static readonly IReadOnlyList<HealthStatement>[] Published =
    [
        [
            HealthStatement.TrustAndTransparency,
            HealthStatement.PowerBalanceAndEquity,
            HealthStatement.MutualBenefit,
            HealthStatement.Accountability,
            HealthStatement.SharedPurpose,
            HealthStatement.CommunityVoice,
            HealthStatement.Capability,
            HealthStatement.SystemsChange,
            HealthStatement.LongTerm,
            HealthStatement.ChallengesTheStatusQuo,
        ],
    ];

    /// <summary>The numbers of all versions, from 1 to the current one.</summary>
    public static IReadOnlyList<int> Versions { get; } = [.. Enumerable.Range(1, CurrentVersion)];

    /// <summary>Those of the current version, in the order of the form.</summary>
    public static IReadOnlyList<HealthStatement> Statements { get; } = StatementsOf(CurrentVersion);

    /// <summary>The scale, the lowest first; "cannot say" is not a part of it.</summary>
    public static IReadOnlyList<HealthRating> Scale { get; } = [.. Enum.GetValues<HealthRating>().Where(r => r != HealthRating.CannotSay)];

    /// <returns>The statements of a version, in the order of the form.</returns>
    /// <exception cref="DomainException">There is no such version (not found).</exception>
    public static IReadOnlyList<HealthStatement> StatementsOf(int version) =>
        version is >= 1 and <= CurrentVersion ? Published[version - 1] : throw DomainException.NotFound("healthInstrument");
}
