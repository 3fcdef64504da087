using System.Linq.Expressions;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>The events of the history that are decisions about what others did or asked for.</summary>
public static class DecisionEvents
{
    /// <summary>
    /// The condition of the index IX_History_Decisions, which is compared as it is written. The names are constants, because the databases
    /// use that index for constants only.
    /// </summary>
    public const string Filter =
        "\"Event\" IN ('commitmentAccepted', 'commitmentReturned', 'commitmentAssessed', 'commitmentClosed', "
        + "'progressReportAccepted', 'progressReportReturned', 'changeRequestApproved', 'changeRequestRejected', "
        + "'initiativeAccepted', 'initiativeDeclined')";

    internal static readonly Expression<Func<HistoryEntry, bool>> IsDecision = h =>
        h.Event == "commitmentAccepted"
        || h.Event == "commitmentReturned"
        || h.Event == "commitmentAssessed"
        || h.Event == "commitmentClosed"
        || h.Event == "progressReportAccepted"
        || h.Event == "progressReportReturned"
        || h.Event == "changeRequestApproved"
        || h.Event == "changeRequestRejected"
        || h.Event == "initiativeAccepted"
        || h.Event == "initiativeDeclined";
}
