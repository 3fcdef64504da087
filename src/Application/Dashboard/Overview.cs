using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>
/// The figures of one moment. A commitment is a commitment that was accepted; drafts and submitted ones are counted in <see cref="ByStatus"/> and
/// the totals, and are never overdue or due.
/// </summary>
public sealed record Overview
{
    /// <summary>The moment it speaks of (UTC).</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>The UTC date of that moment.</summary>
    public DateOnly Today { get; init; }

    /// <summary>All commitments, whatever their status.</summary>
    public int Total { get; init; }

    /// <summary>Those that were accepted, whatever became of them.</summary>
    public int Accepted { get; init; }

    /// <summary>Every status, also those nothing is in.</summary>
    public IReadOnlyList<StatusCount> ByStatus { get; init; } = [];

    /// <summary>Late at this moment.</summary>
    public int Overdue { get; init; }

    /// <summary>The due date missed longest ago.</summary>
    public DateOnly? OldestOverdue { get; init; }

    /// <summary>Completion is claimed, and nobody else has looked yet: neither overdue nor kept.</summary>
    public int ReportedComplete { get; init; }

    /// <summary>Of these, the ones that would be overdue without their claim.</summary>
    public int ReportedCompletePastDue { get; init; }

    public DueSoon DueIn30Days { get; init; } = new(0, default);

    public DueSoon DueIn90Days { get; init; } = new(0, default);

    /// <summary>The next due date of a commitment whose clock runs.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>Milestones of commitments, whatever became of them.</summary>
    public int MilestonesTotal { get; init; }

    public int MilestonesOverdue { get; init; }

    /// <summary>Late milestones of commitments whose own date is still ahead: the early warning.</summary>
    public int MilestonesOverdueAhead { get; init; }

    /// <summary>Late commitments by how long ago they fell due, the youngest first.</summary>
    public IReadOnlyList<AgeCount> OverdueByAge { get; init; } = [];

    /// <summary>Active commitments by the month they fall due.</summary>
    public IReadOnlyList<MonthCount> ByDueMonth { get; init; } = [];

    public IReadOnlyList<SectorCount> BySector { get; init; } = [];

    /// <summary>A commitment in two countries counts in both.</summary>
    public IReadOnlyList<CountryCount> ByCountry { get; init; } = [];

    /// <summary>All 17; a commitment that serves two goals counts for both, and once for each.</summary>
    public IReadOnlyList<GoalCount> ByGoal { get; init; } = [];

    /// <summary>The pillars that any commitment names.</summary>
    public IReadOnlyList<PillarCount> ByPillar { get; init; } = [];

    /// <summary>Completed by the due date: the day of the claim counts, or of the closing where nothing was claimed.</summary>
    public int CompletedOnTime { get; init; }

    public int CompletedLate { get; init; }

    /// <summary>The ten most overdue, the oldest first.</summary>
    public IReadOnlyList<OverdueCommitment> OldestOverdueCommitments { get; init; } = [];

    /// <summary>Organizations with an active commitment.</summary>
    public int Organizations { get; init; }

    /// <summary>Those of them that nobody can be reached at.</summary>
    public int OrganizationsWithoutContact { get; init; }

    /// <summary>Active commitments on which no reporting is promised.</summary>
    public int WithoutReporting { get; init; }

    public int Of(CommitmentStatus status) => ByStatus.Single(s => s.Status == status).Count;
}

public sealed record StatusCount(CommitmentStatus Status, int Count);

/// <param name="Until">The last day counted.</param>
public sealed record DueSoon(int Count, DateOnly Until);

/// <param name="FromYears">Late by at least so many whole years.</param>
/// <param name="ToYears">Late by less than that; null for the oldest.</param>
/// <param name="DueFrom">The first due date that belongs here; null for the oldest.</param>
/// <param name="DueTo">The last due date that belongs here.</param>
public sealed record AgeCount(int FromYears, int? ToYears, DateOnly? DueFrom, DateOnly DueTo, int Overdue);

/// <param name="Month">1 to 12.</param>
public sealed record MonthCount(int Year, int Month, int Total, int Overdue);

public sealed record SectorCount(Sector Sector, int Total, int Overdue);

/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
public sealed record CountryCount(string CountryCode, int Total, int Overdue);

public sealed record GoalCount(int Goal, int Total, int Overdue);

public sealed record PillarCount(Pillar Pillar, int Total, int Overdue);

/// <summary>A overdue commitment, told in one row.</summary>
/// <param name="DaysOverdue">Days since the due day, in the organization's zone.</param>
public sealed record OverdueCommitment(
    Guid Id, string Title, Guid OrganizationId, string OrganizationName, string CountryCode, DateOnly DueDate, int DaysOverdue);
