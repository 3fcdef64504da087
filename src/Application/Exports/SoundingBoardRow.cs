using PartnershipTracker.Application.Initiatives;

namespace PartnershipTracker.Application.Exports;

/// <summary>How the board answers what members propose, or what early-career members propose.</summary>
/// <param name="Members"><c>all</c> or <c>earlyCareer</c>.</param>
/// <param name="Pillar">The pillar that was asked for; null for all.</param>
/// <inheritdoc cref="SoundingBoardFigures"/>
public sealed record SoundingBoardRow(
    string Members,
    string? Pillar,
    int Proposed,
    int AnsweredInTime,
    int AnsweredLate,
    int Waiting,
    int Overdue,
    int Withdrawn,
    int Accepted,
    int Declined,
    int TakenUp
)
{
    public static IEnumerable<SoundingBoardRow> Of(SoundingBoard board) =>
        [RowOf("all", board.Pillar, board.All), RowOf("earlyCareer", board.Pillar, board.EarlyCareer)];

    private static SoundingBoardRow RowOf(string members, string? pillar, SoundingBoardFigures f) =>
        new(
            members,
            pillar,
            f.Proposed,
            f.AnsweredInTime,
            f.AnsweredLate,
            f.Waiting,
            f.Overdue,
            f.Withdrawn,
            f.Accepted,
            f.Declined,
            f.TakenUp
        );
}
