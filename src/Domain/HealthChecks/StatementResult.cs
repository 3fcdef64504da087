using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>What was said about one statement. Everything is null where there are too few answers.</summary>
/// <param name="Answers">Those on the scale from 1 to 5.</param>
/// <param name="CannotSay">Those who could not say; counted apart.</param>
/// <param name="Median">The middle value, 1 to 5; halves are possible.</param>
/// <param name="LowerQuartile">A quarter of the answers is at most this.</param>
/// <param name="UpperQuartile">A quarter of the answers is at least this.</param>
/// <param name="LowestRole">The lowest middle value of a role that is shown; null where fewer than two are.</param>
/// <param name="HighestRole">The highest middle value of a role that is shown; null where fewer than two are.</param>
/// <param name="Roles">One for each role that was invited.</param>
/// <param name="Sectors">One for each sector that was invited.</param>
public sealed record StatementResult(
    HealthStatement Statement,
    int? Answers,
    int? CannotSay,
    decimal? Median,
    int? LowerQuartile,
    int? UpperQuartile,
    decimal? LowestRole,
    decimal? HighestRole,
    IReadOnlyList<RoleResult> Roles,
    IReadOnlyList<SectorResult> Sectors
)
{
    /// <summary>The middle value of a role; null where it is not shown.</summary>
    public decimal? MedianOf(MemberRole role) => Roles.FirstOrDefault(r => r.Role == role)?.Median;
}

/// <summary>What one role said; null where there are too few answers.</summary>
public sealed record RoleResult(MemberRole Role, int? Answers, decimal? Median);

/// <summary>What one sector said; null where there are too few answers.</summary>
public sealed record SectorResult(Sector Sector, int? Answers, decimal? Median);
