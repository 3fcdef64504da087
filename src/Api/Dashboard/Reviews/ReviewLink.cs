using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Api.Dashboard.Reviews;

/// <summary>The page on which something that waits is decided.</summary>
internal static class ReviewLink
{
    public const string Decide = "decide",
        Assess = "assess",
        Close = "close",
        Reopen = "reopen";

    public static string Of(WaitingReview item) =>
        item switch
        {
            { Kind: WaitingReviewKind.Commitment } => Links.CommitmentAction(item.CommitmentId, Decide),
            { Kind: WaitingReviewKind.ProgressReport } => Report(item.CommitmentId, item.Id),
            { Kind: WaitingReviewKind.Completion, CompletionReportId: { } report } => Report(item.CommitmentId, report),
            { Kind: WaitingReviewKind.Completion } => Links.CommitmentAction(item.CommitmentId, Assess),
            _ => ChangeRequest(item.CommitmentId, item.Id),
        };

    public static string Report(Guid commitment, Guid report) => Links.CommitmentAction(commitment, $"reports/{report}");

    public static string ChangeRequest(Guid commitment, Guid request) => Links.CommitmentAction(commitment, $"change-requests/{request}");
}
