using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>The results of a round, without what would show a few respondents.</summary>
/// <param name="MinAnswers">A group is shown if it and all others together have at least so many answers.</param>
/// <param name="Statements">Empty until the round has closed, and if it was cancelled.</param>
/// <param name="Comparison">Where community and lead members differ most, as a sentence.</param>
public sealed record HealthCheckResults(
    HealthCheckRoundDetails Round,
    int MinAnswers,
    string Comparison,
    IReadOnlyList<StatementResult> Statements
)
{
    /// <summary>Nothing is shown of a round that has not closed or was cancelled.</summary>
    internal static HealthCheckResults NotYet(HealthCheckRound round, DateTimeOffset now) =>
        new(
            round.DetailsAt(now),
            HealthResults.MinAnswers,
            round.CancelledAt is null ? Texts.Page("health.results.later", round.ClosesOn) : Texts.Page("health.standing.cancelled"),
            []
        );

    internal static HealthCheckResults Of(HealthCheckRound round, IReadOnlyCollection<HealthCount> counts, DateTimeOffset now)
    {
        var statements = HealthResults.Of(counts, round.InstrumentVersion);
        return new HealthCheckResults(round.DetailsAt(now), HealthResults.MinAnswers, Compare(statements), statements);
    }

    /// <summary>The sentence about the widest gap between community and lead members.</summary>
    internal static string Compare(IReadOnlyList<StatementResult> statements) =>
        HealthResults.WidestGap(statements) is { } widest
            ? Texts.Page("health.gap", widest.Statement, widest.MedianOf(MemberRole.Community), widest.MedianOf(MemberRole.Lead))
            : Texts.Page(HealthResults.CanCompare(statements) ? "health.gap.none" : "health.gap.tooFew");
}
