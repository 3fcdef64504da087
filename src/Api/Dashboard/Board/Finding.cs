using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;

namespace PartnershipTracker.Api.Dashboard.Board;

/// <summary>The most important figure as a sentence: the heading of the overview, and the subject of the mail to the board.</summary>
internal static class Finding
{
    /// <returns>With the **number** marked.</returns>
    public static string Of(Overview overview) =>
        overview switch
        {
            { Accepted: 0 } => Texts.Count("overview.finding.drafts", overview.Total - overview.EndedBeforeAcceptance),
            { Overdue: 0 } => Texts.Count("overview.finding.none", overview.Accepted),
            { OldestOverdue: { } oldest, Accepted: 1 } => Texts.Page(
                "overview.finding.only",
                Format.OverdueByAbout(oldest, overview.Today)
            ),
            { OldestOverdue: { } oldest } => Texts.Count(
                "overview.finding",
                overview.Overdue,
                Format.Number(overview.Accepted),
                Format.OverdueByAbout(oldest, overview.Today)
            ),
            _ => throw new ArgumentException("Commitments are overdue, but the oldest due date is missing.", nameof(overview)),
        };
}
