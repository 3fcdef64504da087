using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// What all respondents together, one role or one sector said about one statement in one round. Numbers are null where there are too few
/// answers to show them.
/// </summary>
/// <param name="Role">Null for a sector and for all together.</param>
/// <param name="Sector">Null for a role and for all together.</param>
/// <param name="Answers">Those on the scale from 1 to 5.</param>
/// <param name="CannotSay">Only of all together, as the numbers after the middle value.</param>
/// <param name="Median">The middle value, 1 to 5; halves are possible.</param>
public sealed record HealthResultRow(
    Guid RoundId,
    int Number,
    string Period,
    DateOnly ClosesOn,
    int InstrumentVersion,
    HealthStatement Statement,
    MemberRole? Role,
    Sector? Sector,
    int? Answers,
    decimal? Median,
    int? CannotSay = null,
    int? LowerQuartile = null,
    int? UpperQuartile = null,
    decimal? LowestRole = null,
    decimal? HighestRole = null
)
{
    /// <summary>No rows of a round that has not closed.</summary>
    public static IEnumerable<HealthResultRow> Of(HealthCheckResults results) =>
        results.Statements.SelectMany(s =>
            new[]
            {
                RowOf(results.Round, s.Statement, null, null, s.Answers, s.Median) with
                {
                    CannotSay = s.CannotSay,
                    LowerQuartile = s.LowerQuartile,
                    UpperQuartile = s.UpperQuartile,
                    LowestRole = s.LowestRole,
                    HighestRole = s.HighestRole,
                },
            }
                .Concat(s.Roles.Select(r => RowOf(results.Round, s.Statement, r.Role, null, r.Answers, r.Median)))
                .Concat(s.Sectors.Select(r => RowOf(results.Round, s.Statement, null, r.Sector, r.Answers, r.Median)))
        );

    private static HealthResultRow RowOf(
        HealthCheckRoundDetails round,
        HealthStatement statement,
        MemberRole? role,
        Sector? sector,
        int? answers,
        decimal? median
    ) => new(round.Id, round.Number, round.Period, round.ClosesOn, round.InstrumentVersion, statement, role, sector, answers, median);
}
