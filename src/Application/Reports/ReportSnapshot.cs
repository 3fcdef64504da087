using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Reports;

/// <summary>The figures of a report, frozen: whatever happens later, the report keeps what it said.</summary>
/// <param name="PreviousOverdue">How many were overdue in the report before; null in the first.</param>
/// <param name="Since">The moment of the report before; null in the first.</param>
/// <param name="Delivered">The last ones delivered since then.</param>
/// <param name="DeliveredTotal">How many were delivered since then.</param>
/// <param name="MilestonesCompleted">How many milestones were completed since then.</param>
/// <param name="AuditHead">Where the sealed history ended then; null while nothing was sealed.</param>
public sealed record ReportSnapshot(
    string Name, Overview Overview, int? PreviousOverdue, DateTimeOffset? Since, IReadOnlyList<DeliveredCommitment> Delivered, int DeliveredTotal, int MilestonesCompleted,
    AuditHead? AuditHead = null);

/// <param name="ClosedOn">The day it ended, as it was said.</param>
/// <param name="InTime">Whether that was by its due date.</param>
public sealed record DeliveredCommitment(Guid Id, string Title, string OrganizationName, CommitmentStatus Status, DateOnly DueDate, DateOnly ClosedOn, bool InTime);
