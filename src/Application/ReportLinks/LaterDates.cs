using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

internal static class LaterDates
{
    /// <summary>
    /// Requests a later due date for the holder of a link; the caller saves. Whoever holds a link may request what otherwise an officer requests, but only a later date:
    /// that is never more than a request, and a reviewer decides on it.
    /// </summary>
    /// <param name="asked">Its date, reason and explanation; all else in it is left out.</param>
    public static async Task RequestLaterDateAsync(
        this ITrackerDb db, ICurrentUser user, Commitment commitment, ChangeTerms asked, DecisionContext context, CancellationToken ct)
    {
        if (asked.NewDueDate is not { } date || date <= commitment.DueDate) throw ReportLinkErrors.NotLater(commitment.DueDate);
        user.MustActFor(commitment.OrganizationId);
        var isPending = await db.ChangeRequests.IsPendingAsync(commitment.Id, milestone: null, ct);
        db.ChangeRequests.Add(commitment.RequestChange(new ChangeTerms(date, asked.Reason, asked.Explanation), isPending, context));
    }
}
