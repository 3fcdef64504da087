namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>
/// Makes results of counts and leaves out what would show a few respondents (docs/health-check.md). For each statement:
/// a group is shown if it and all others together have at least <see cref="MinAnswers"/> answers; if what is left after the groups that are
/// shown has fewer, the smallest of them is hidden, too; and sectors are shown beside roles only if no role within a sector has fewer.
/// </summary>
public static class HealthResults
{
    public const int MinAnswers = 3;

    /// <param name="counts">All counts of one round, also those at zero, which tell which groups were invited.</param>
    /// <param name="version">The version of the instrument with which the round was opened.</param>
    /// <returns>One result for each statement of that version, in the order of the form.</returns>
    public static IReadOnlyList<StatementResult> Of(IReadOnlyCollection<HealthCount> counts, int version) =>
        [.. HealthInstrument.StatementsOf(version).Select(statement => Of(statement, [.. counts.Where(c => c.Statement == statement)]))];

    /// <summary>The statement on which community members and lead members differ most.</summary>
    /// <returns>Null where no statement shows both, or they agree on all that do.</returns>
    public static StatementResult? WidestGap(IEnumerable<StatementResult> results) => results.Where(r => Gap(r) is > 0).MaxBy(Gap);

    /// <summary>Whether both are shown for any statement.</summary>
    public static bool CanCompare(IEnumerable<StatementResult> results) => results.Any(r => Gap(r) is not null);

    private static decimal? Gap(StatementResult result) =>
        result.MedianOf(Partnerships.MemberRole.Lead) is { } lead && result.MedianOf(Partnerships.MemberRole.Community) is { } community
            ? Math.Abs(lead - community)
            : null;

    private static StatementResult Of(HealthStatement statement, List<HealthCount> counts)
    {
        var rated = counts.Where(c => c.Rating != HealthRating.CannotSay).ToList();
        var all = Distribution.Of(rated);
        var roles = Groups(rated, c => c.Role);
        var sectors = Groups(rated, c => c.Sector);
        var (shownRoles, shownSectors) = (Shown(roles), AreSectorsSafe(rated) ? Shown(sectors) : []);
        var medians = roles.Where(g => shownRoles.Contains(g.Key)).Select(g => g.Answers.Median).ToList();
        return new StatementResult(
            statement,
            all.IsEnough ? all.Total : null,
            all.IsEnough ? counts.Where(c => c.Rating == HealthRating.CannotSay).Sum(c => c.Count) : null,
            all.IsEnough ? all.Median : null,
            all.IsEnough ? all.Quartile(1) : null,
            all.IsEnough ? all.Quartile(3) : null,
            medians.Count > 1 ? medians.Min() : null,
            medians.Count > 1 ? medians.Max() : null,
            [
                .. roles.Select(g =>
                    shownRoles.Contains(g.Key)
                        ? new RoleResult(g.Key, g.Answers.Total, g.Answers.Median)
                        : new RoleResult(g.Key, null, null)
                ),
            ],
            [
                .. sectors.Select(g =>
                    shownSectors.Contains(g.Key)
                        ? new SectorResult(g.Key, g.Answers.Total, g.Answers.Median)
                        : new SectorResult(g.Key, null, null)
                ),
            ]
        );
    }

    private static List<(T Key, Distribution Answers)> Groups<T>(IEnumerable<HealthCount> rated, Func<HealthCount, T> by) =>
        [.. rated.GroupBy(by).OrderBy(g => g.Key).Select(g => (g.Key, Distribution.Of(g)))];

    /// <summary>The groups that can be shown without showing what is left.</summary>
    private static HashSet<T> Shown<T>(List<(T Key, Distribution Answers)> groups)
    {
        var total = groups.Sum(g => g.Answers.Total);
        var shown = groups
            .Where(g => g.Answers.IsEnough && total - g.Answers.Total >= MinAnswers)
            .OrderBy(g => g.Answers.Total)
            .ThenBy(g => g.Key)
            .ToList();
        while (shown.Count > 0 && total - shown.Sum(g => g.Answers.Total) is > 0 and < MinAnswers)
            shown.RemoveAt(0);
        return [.. shown.Select(g => g.Key)];
    }

    /// <summary>Whoever subtracts a sector from a role then finds nobody, or at least so many.</summary>
    private static bool AreSectorsSafe(IEnumerable<HealthCount> rated) =>
        rated.GroupBy(c => (c.Role, c.Sector)).All(cell => cell.Sum(c => c.Count) is 0 or >= MinAnswers);

    /// <summary>How many gave each answer on the scale.</summary>
    private sealed record Distribution(IReadOnlyList<(int Value, int Count)> Values, int Total)
    {
        public bool IsEnough => Total >= MinAnswers;

        /// <summary>With an even number of answers, halfway between the two in the middle.</summary>
        public decimal Median => Total == 0 ? 0 : (At((Total + 1) / 2) + At((Total / 2) + 1)) / 2m;

        public static Distribution Of(IEnumerable<HealthCount> counts)
        {
            List<(int Value, int Count)> values =
            [
                .. counts.GroupBy(c => (int)c.Rating).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(c => c.Count))),
            ];
            return new Distribution(values, values.Sum(v => v.Count));
        }

        /// <summary>The nearest rank, which is an answer that was given.</summary>
        public int Quartile(int quarters) => At(((Total * quarters) + 3) / 4);

        /// <param name="rank">From 1, the lowest answer first.</param>
        private int At(int rank)
        {
            var before = 0;
            foreach (var (value, count) in Values)
                if ((before += count) >= rank)
                    return value;
            return 0;
        }
    }
}
