namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The pages on which organizations act on their commitments, one for each action.</summary>
internal static class CommitmentActionPages
{
    public static void MapCommitmentActionPages(this RouteGroupBuilder pages)
    {
        pages.MapReportingPages();
        pages.MapMilestonePages();
        pages.MapChangePages();
        pages.MapSupporterPages();
        pages.MapSentLinkPages();
        pages.MapEndingPages();
    }
}
