using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

internal static class LaterDates
{
    /// <summary>
    /// Requests a later due date for the holder of a link; the caller saves. Other changes need an officer. A later date is only a change
    /// request, which a reviewer decides, so that the holder of a link may submit it.
    /// </summary>
    /// <param name="asked">The date, reason and explanation; other fields are ignored.</param>
    public static async Task RequestLaterDateAsync(
        this ITrackerDb db,
        ICurrentUser user,
        Commitment commitment,
        ChangeTerms asked,
        DecisionContext context,
        CancellationToken ct
    )
    {
        if (commitment.DueDate is not { } due)
            throw CommitmentErrors.NotActive(commitment.Status);
        if (asked.NewDueDate is not { } date || date <= due)
            throw ReportLinkErrors.NotLater(due);
        user.MustActFor(commitment.OrganizationId);
        var isPending = await db.ChangeRequests.IsPendingAsync(commitment.Id, milestone: null, ct);
        db.ChangeRequests.Add(commitment.RequestChange(new ChangeTerms(date, asked.Reason, asked.Explanation), isPending, context));
    }
}
