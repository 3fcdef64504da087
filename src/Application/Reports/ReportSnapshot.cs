using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Reports;

/// <summary>The figures of an accountability report as they were when it was made; they never change afterwards.</summary>
/// <param name="PreviousOverdue">The number of overdue commitments in the previous report; null in the first report.</param>
/// <param name="Since">The time of the previous report; null in the first report.</param>
/// <param name="Delivered">The most recent commitments completed or partly completed since then.</param>
/// <param name="DeliveredTotal">The number of commitments completed or partly completed since then.</param>
/// <param name="MilestonesCompleted">The number of milestones completed since then.</param>
/// <param name="PreviousEndedOverdue">
/// The number of commitments withdrawn or replaced while overdue in the previous report; null in the first report.
/// </param>
/// <param name="AuditHead">The last sealed entry of the history at that time; null if nothing was sealed yet.</param>
/// <param name="SoundingBoard">How the board answered initiatives; null in reports that are older than initiatives.</param>
/// <param name="Waiting">
/// The initiatives that wait for the board, the earliest date first; at most ten. Null in reports that are older than initiatives.
/// </param>
/// <param name="OutcomesNotTakenUp">The outcomes of dialogues that nobody took up; null in reports that are older than dialogues.</param>
public sealed record ReportSnapshot(
    string Name,
    Overview Overview,
    int? PreviousOverdue,
    DateTimeOffset? Since,
    IReadOnlyList<CompletedCommitment> Delivered,
    int DeliveredTotal,
    int MilestonesCompleted,
    int? PreviousEndedOverdue,
    AuditHead? AuditHead = null,
    SoundingBoard? SoundingBoard = null,
    IReadOnlyList<WaitingInitiative>? Waiting = null,
    OutcomesNotTakenUp? OutcomesNotTakenUp = null
);

/// <param name="DecisionDueOn">The last day for the board's answer; it ends in UTC.</param>
/// <param name="DaysOverdue">Days since that day; 0 while it has not ended.</param>
public sealed record WaitingInitiative(Guid Id, string Title, DateOnly DecisionDueOn, int DaysOverdue);

/// <param name="ClosedOn">The day on which the commitment was completed, as recorded when it was closed; null where it is unknown.</param>
/// <param name="InTime">Whether it was completed by its due date; null where it is unknown.</param>
public sealed record CompletedCommitment(
    Guid Id,
    string Title,
    string OrganizationName,
    CommitmentStatus Status,
    DateOnly? DueDate,
    DateOnly? ClosedOn,
    bool? InTime
);
