using System.Text.Json.Serialization;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A commitment, whole, as it is answered. Lateness is a judgement of this moment.</summary>
public sealed record CommitmentDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    public string PartnershipName { get; init; } = "";

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public Sector Sector { get; init; }

    /// <summary>IANA id; the due day ends by it.</summary>
    public string TimeZone { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    public Pillar? Pillar { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>As stated; empty where the organization's country stands in.</summary>
    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public DateOnly? StartDate { get; init; }

    public DateOnly DueDate { get; init; }

    public DateOnly OriginalDueDate { get; init; }

    /// <summary>How often the due date was moved.</summary>
    public int TimesMoved { get; init; }

    /// <summary>Days between the original and the current due date; negative when it came forward.</summary>
    public int DaysSlipped { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due day, in the organization's zone; 0 when it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>When it becomes, or became, overdue (UTC); null while the delivery clock stands still.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>The day for which the partner claims completion; nobody else has looked yet.</summary>
    public DateOnly? ReportedCompleteOn { get; init; }

    /// <summary>The last assessment by somebody else; null while nobody has looked.</summary>
    public CompletionLevel? AssessedLevel { get; init; }

    public DateOnly? AssessedOn { get; init; }

    /// <summary>How it stands today against its plan.</summary>
    public ProgressStanding Progress { get; init; } = new(null, null, null, null);

    /// <summary>Behind its plan by more than the margin.</summary>
    public bool IsOffTrack { get; init; }

    /// <summary>The day by which the next report is due; null when none is owed.</summary>
    public DateOnly? ReportDueOn { get; init; }

    public bool IsReportOverdue { get; init; }

    /// <summary>The day by which we owe an answer to the oldest report or request that waits.</summary>
    public DateOnly? ReviewDueOn { get; init; }

    public bool IsReviewOverdue { get; init; }

    /// <summary>For a closed one: the day it was reached, and whether that was by its date.</summary>
    public Reached? Reached { get; init; }

    public Guid? SuccessorId { get; init; }

    /// <summary>How clear the commitment is, by our own rubric.</summary>
    public SmartAnswer Smart { get; init; } = null!;

    /// <summary>Organizations that carry a share of it.</summary>
    public IReadOnlyList<SupporterDetails> Supporters { get; init; } = [];

    public Measure? Measure { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    public Funding? Funding { get; init; }

    public string? TargetGroup { get; init; }

    public string? Place { get; init; }

    public string? Resources { get; init; }

    public string? FundingStatus { get; init; }

    public string? Risks { get; init; }

    public string? StatedNeed { get; init; }

    public string? SourceId { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? ClosingNarrative { get; init; }

    public string? ReturnReason { get; init; }

    public IReadOnlyList<MilestoneDetails> Milestones { get; init; } = [];

    /// <summary>What is owed, and the last ones that were: the newest first.</summary>
    public IReadOnlyList<ReportingPeriodDetails> ReportingPeriods { get; init; } = [];

    /// <summary>What is allowed but worth knowing, e.g. that the due date lies in the past.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    [JsonIgnore]
    public CommitmentFacts Facts { get; init; } = null!;
}

/// <summary>What the judgements are made of and the answer does not show.</summary>
public sealed record CommitmentFacts(
    DateTimeOffset? ReportDueAt, DateTimeOffset? ReviewDueAt, DateTimeOffset? OffTrackAt, decimal? LastAcceptedValue, bool HasContact);

/// <param name="On">The day of the claim, or of the closing where nothing was claimed.</param>
/// <param name="ByItsDate">By the due date that was agreed last.</param>
/// <param name="ByItsOriginalDate">By the first promised date.</param>
public sealed record Reached(DateOnly On, bool ByItsDate, bool ByItsOriginalDate);

/// <param name="Share">Percent of the whole; null when nobody has said.</param>
public sealed record SupporterDetails(Guid OrganizationId, string OrganizationName, decimal? Share);

/// <summary>A calendar period for which a report is owed.</summary>
public sealed record ReportingPeriodDetails(DateOnly From, DateOnly To, DateOnly DueOn, ReportingPeriodStatus Status, Guid? ReportId);
