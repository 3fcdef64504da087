using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>The one sentence that the figures amount to: the heading of the overview and the subject of the board's mail.</summary>
internal static class Finding
{
    /// <returns>With the **number** marked.</returns>
    public static string Of(Overview overview) => overview switch
    {
        { Promises: 0 } => Texts.Count("overview.finding.drafts", overview.Total),
        { Overdue: 0 } => Texts.Count("overview.finding.none", overview.Promises),
        { OldestOverdue: { } oldest } => Texts.Count("overview.finding", overview.Overdue, Format.Number(overview.Promises), Format.OverdueByAbout(oldest, overview.Today)),
        _ => Texts.Count("overview.finding.none", overview.Promises),
    };
}
