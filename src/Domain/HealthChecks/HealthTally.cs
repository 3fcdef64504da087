using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>
/// How many respondents of one group gave one answer to one statement. There is no row for a respondent: an answer raises ten of these
/// numbers by one. They exist before anybody answers, so that neither their order nor their number tells who said what.
/// </summary>
public sealed class HealthTally : Entity
{
    private HealthTally() { }

    public HealthCheckRoundId RoundId { get; private set; }

    public MemberRole Role { get; private set; }

    public Sector Sector { get; private set; }

    public HealthStatement Statement { get; private set; }

    public HealthRating Rating { get; private set; }

    public int Count { get; private set; }

    /// <summary>All counts of a group, at zero.</summary>
    /// <param name="version">The version of the instrument with which the round was opened.</param>
    public static IEnumerable<HealthTally> Of(HealthCheckRoundId round, int version, MemberRole role, Sector sector) =>
        from statement in HealthInstrument.StatementsOf(version)
        from rating in Enum.GetValues<HealthRating>()
        select new HealthTally
        {
            RoundId = round,
            Role = role,
            Sector = sector,
            Statement = statement,
            Rating = rating,
        };
}
