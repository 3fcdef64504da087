using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>
/// The figures at one time. They count accepted commitments. What was never accepted (drafts, also withdrawn ones, and what is submitted)
/// is counted only in <see cref="Total"/> and <see cref="ByStatus"/>.
/// </summary>
public sealed record Overview
{
    /// <summary>The time of the figures (UTC).</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>The UTC date of <see cref="AsOf"/>.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Everything, whatever its status, with what was never accepted.</summary>
    public int Total { get; init; }

    /// <summary>Commitments that were accepted, whatever their status is now.</summary>
    public int Accepted { get; init; }

    /// <summary>Every status, including those without commitments.</summary>
    public IReadOnlyList<StatusCount> ByStatus { get; init; } = [];

    /// <summary>Commitments overdue at this time.</summary>
    public int Overdue { get; init; }

    /// <summary>Commitments withdrawn or superseded while overdue; they are no longer overdue, but stay counted here.</summary>
    public int EndedOverdue { get; init; }

    /// <summary>The earliest due date of an overdue commitment.</summary>
    public DateOnly? OldestOverdue { get; init; }

    /// <summary>Commitments reported complete and awaiting review; they count neither as overdue nor as completed.</summary>
    public int ReportedComplete { get; init; }

    /// <summary>Those of them whose due date has passed.</summary>
    public int ReportedCompletePastDue { get; init; }

    public DueSoon DueIn30Days { get; init; } = new(0, default);

    public DueSoon DueIn90Days { get; init; } = new(0, default);

    /// <summary>The next due date of an active commitment that is not reported complete.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>Milestones of accepted commitments, whatever their status is now.</summary>
    public int MilestonesTotal { get; init; }

    public int MilestonesOverdue { get; init; }

    /// <summary>Overdue milestones of commitments that are not overdue themselves: an early warning.</summary>
    public int MilestonesOverdueAhead { get; init; }

    /// <summary>Overdue commitments by the time since the due date, the most recent first.</summary>
    public IReadOnlyList<AgeCount> OverdueByAge { get; init; } = [];

    /// <summary>Active commitments by the month of their due date.</summary>
    public IReadOnlyList<MonthCount> ByDueMonth { get; init; } = [];

    public IReadOnlyList<SectorCount> BySector { get; init; } = [];

    /// <summary>A commitment in two countries counts in both.</summary>
    public IReadOnlyList<CountryCount> ByCountry { get; init; } = [];

    /// <summary>All 17 goals. A commitment with several goals counts once for each of them.</summary>
    public IReadOnlyList<GoalCount> ByGoal { get; init; } = [];

    /// <summary>The pillars that occur in commitments.</summary>
    public IReadOnlyList<PillarCount> ByPillar { get; init; } = [];

    /// <summary>
    /// Completed by the due date. The day of reported completion counts, or the closing day if completion was not reported.
    /// </summary>
    public int CompletedOnTime { get; init; }

    public int CompletedLate { get; init; }

    /// <summary>The ten commitments with the earliest due dates among the overdue ones.</summary>
    public IReadOnlyList<OverdueCommitment> OldestOverdueCommitments { get; init; } = [];

    /// <summary>Accepted commitments on which a voice of a community differs from what was reported; see <c>voices=diverging</c>.</summary>
    public int VoicesDiffer { get; init; }

    /// <summary>Outcomes of dialogues on which a voice of a community differs from what was agreed.</summary>
    public int OutcomesDiffer { get; init; }

    /// <summary>Organizations with an active commitment.</summary>
    public int Organizations { get; init; }

    /// <summary>Those of them without a contact.</summary>
    public int OrganizationsWithoutContact { get; init; }

    /// <summary>Active commitments without a reporting frequency.</summary>
    public int WithoutReporting { get; init; }

    /// <summary>Everything of this status, with what was never accepted.</summary>
    public int Of(CommitmentStatus status) => ByStatus.Single(s => s.Status == status).Count;

    /// <summary>Commitments of this status that were accepted at some time.</summary>
    public int AcceptedOf(CommitmentStatus status) => ByStatus.Single(s => s.Status == status).Accepted;

    /// <summary>Withdrawn or superseded before they were accepted.</summary>
    public int EndedBeforeAcceptance => Total - Accepted - Of(CommitmentStatus.Draft) - Of(CommitmentStatus.Submitted);
}

/// <param name="Accepted">Those of them that were accepted at some time.</param>
public sealed record StatusCount(CommitmentStatus Status, int Count, int Accepted);

/// <param name="Until">The last day counted.</param>
public sealed record DueSoon(int Count, DateOnly Until);

/// <param name="FromYears">Overdue by at least this many whole years.</param>
/// <param name="ToYears">Overdue by less than this many years; null for the oldest group.</param>
/// <param name="DueFrom">The first due date of this group; null for the oldest group.</param>
/// <param name="DueTo">The last due date of this group.</param>
public sealed record AgeCount(int FromYears, int? ToYears, DateOnly? DueFrom, DateOnly DueTo, int Overdue);

/// <param name="Month">1 to 12.</param>
public sealed record MonthCount(int Year, int Month, int Total, int Overdue);

public sealed record SectorCount(Sector Sector, int Total, int Overdue);

/// <param name="CountryCode">ISO 3166-1 alpha-2; null for commitments of unknown country.</param>
public sealed record CountryCount(string? CountryCode, int Total, int Overdue);

public sealed record GoalCount(int Goal, int Total, int Overdue);

/// <param name="Pillar">The code of a pillar.</param>
public sealed record PillarCount(string Pillar, int Total, int Overdue);

/// <summary>An overdue commitment in a list.</summary>
/// <param name="DaysOverdue">Days since the due date, in the organization's time zone.</param>
public sealed record OverdueCommitment(
    Guid Id,
    string Title,
    Guid OrganizationId,
    string OrganizationName,
    string? CountryCode,
    DateOnly DueDate,
    int DaysOverdue
);
