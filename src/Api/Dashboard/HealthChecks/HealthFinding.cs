using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Api.Dashboard.HealthChecks;

/// <summary>The result of a health check as one sentence.</summary>
internal static class HealthFinding
{
    /// <summary>The scale's middle: below it, more disagree than agree.</summary>
    private const decimal Neither = 3;

    public static string Of(HealthCheckResults results)
    {
        var shown = results.Statements.Where(s => s.Median is not null).ToList();
        return shown.Count == 0
            ? Texts.Page("health.heading.tooFew", results.Round.Period)
            : Of(shown.MinBy(s => s.Median)!, shown.MaxBy(s => s.Median)!);
    }

    /// <param name="lowest">The statement with the lowest middle value.</param>
    /// <param name="highest">The statement with the highest middle value.</param>
    public static string Of(StatementResult lowest, StatementResult highest) =>
        lowest.Median == highest.Median
            ? Texts.Page("health.heading.same", Format.Number(lowest.Median!.Value))
            : Texts.Page(
                lowest.Median < Neither ? "health.heading.weak" : "health.heading",
                highest.Statement,
                Format.Number(highest.Median!.Value),
                lowest.Statement,
                Format.Number(lowest.Median!.Value)
            );
}
