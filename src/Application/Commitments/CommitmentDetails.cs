using System.Text.Json.Serialization;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A commitment with all its details. Whether it is overdue is computed for the time of the request.</summary>
public sealed record CommitmentDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    public string PartnershipName { get; init; } = "";

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2; null where it is unknown.</summary>
    public string? OrganizationCountryCode { get; init; }

    public Sector Sector { get; init; }

    /// <summary>IANA id; a due date ends at midnight in this time zone.</summary>
    public string TimeZone { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>The code of a pillar, e.g. <c>advocacy</c>.</summary>
    public string? Pillar { get; init; }

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>The countries named by the commitment; empty if the country of its organization is used.</summary>
    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public DateOnly? StartDate { get; init; }

    /// <summary>Null only for a draft, or one that ended without a due date.</summary>
    public DateOnly? DueDate { get; init; }

    public DateOnly? OriginalDueDate { get; init; }

    /// <summary>How often the due date was moved.</summary>
    public int TimesMoved { get; init; }

    /// <summary>Days between the original and the current due date; negative if it moved to an earlier day.</summary>
    public int DaysSlipped { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due date, in the organization's time zone; 0 if the commitment is not overdue.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>When it becomes, or became, overdue (UTC); null if no delivery deadline applies.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>The day on which the organization reports completion; not reviewed yet.</summary>
    public DateOnly? ReportedCompleteOn { get; init; }

    /// <summary>The level of the last assessment by a reviewer; null if not assessed yet.</summary>
    public CompletionLevel? AssessedLevel { get; init; }

    public DateOnly? AssessedOn { get; init; }

    /// <summary>
    /// The last value that was reported by any of its organizations and not returned; null if no value was reported.
    /// </summary>
    public LastValue? LastValue { get; init; }

    /// <summary>Its progress today, compared with its plan.</summary>
    public ProgressStanding Progress { get; init; } = new(null, null, null, null);

    /// <summary>Behind its plan by more than the margin.</summary>
    public bool IsOffTrack { get; init; }

    /// <summary>The day by which the next progress report is due; null if none is due.</summary>
    public DateOnly? ReportDueOn { get; init; }

    public bool IsReportOverdue { get; init; }

    /// <summary>The day by which the review of the oldest pending progress report or change request is due.</summary>
    public DateOnly? ReviewDueOn { get; init; }

    public bool IsReviewOverdue { get; init; }

    /// <summary>For a completed or partly completed commitment: the day it was completed, and whether it was on time.</summary>
    public CompletionDetails? Completion { get; init; }

    /// <summary>The commitment that replaced this one, if it was superseded.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>The initiative that it came from.</summary>
    public Guid? InitiativeId { get; init; }

    public string? SuccessorTitle { get; init; }

    /// <summary>The commitments that this one replaced.</summary>
    public IReadOnlyList<ReplacedCommitment> Replaces { get; init; } = [];

    /// <summary>
    /// The day on which it was withdrawn or superseded while its due date had passed without a reviewed completion; null if it was not.
    /// </summary>
    public DateOnly? EndedOverdueOn { get; init; }

    /// <summary>Days from the due date to that day; 0 if there is none.</summary>
    public int DaysOverdueAtEnd { get; init; }

    /// <summary>How clear the commitment is, by the product's own rubric.</summary>
    public SmartAnswer Smart { get; init; } = null!;

    /// <summary>Organizations that support the commitment, with their shares.</summary>
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

    /// <summary>The outcome of a dialogue that it comes from; null if from none.</summary>
    public CommitmentProvenance? Provenance { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>
    /// The id of its closing as completed, partly completed or not completed, for voices of communities; null while it is not closed so. A
    /// closing after it was reopened has another one.
    /// </summary>
    public Guid? ClosingId { get; init; }

    public string? ClosingNarrative { get; init; }

    public string? ReturnReason { get; init; }

    public IReadOnlyList<MilestoneDetails> Milestones { get; init; } = [];

    /// <summary>The open reporting periods and the most recent closed ones, the newest first.</summary>
    public IReadOnlyList<ReportingPeriodDetails> ReportingPeriods { get; init; } = [];

    /// <summary>Facts that are allowed but may need attention, e.g. that the due date lies in the past.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    [JsonIgnore]
    public CommitmentFacts Facts { get; init; } = null!;
}

/// <summary>Values from which the details are computed; not part of the answer.</summary>
public sealed record CommitmentFacts(
    DateTimeOffset? ReportDueAt,
    DateTimeOffset? ReviewDueAt,
    DateTimeOffset? OffTrackAt,
    decimal? LastAcceptedValue,
    bool HasContact
);

/// <param name="On">The day of completion as reported, or the closing day if completion was not reported.</param>
/// <param name="OnTime">Completed by the current due date; null where there is none.</param>
/// <param name="OnOriginalTime">Completed by the original due date.</param>
public sealed record CompletionDetails(DateOnly On, bool? OnTime, bool? OnOriginalTime);

/// <summary>The outcome of a dialogue that a commitment comes from.</summary>
/// <param name="Dialogue">The title of the dialogue; null where the caller may not see it.</param>
/// <param name="Outcome">The title of the outcome; null where the caller may not see the dialogue.</param>
/// <param name="StepId">The step of a pathway; null if it comes from the outcome as a whole.</param>
/// <param name="Step">The title of the step; null where there is none, or the caller may not see the dialogue.</param>
public sealed record CommitmentProvenance(
    Guid DialogueId,
    string? Dialogue,
    Guid OutcomeId,
    string? Outcome,
    Guid? StepId,
    string? Step = null
);

/// <summary>A commitment that another one replaced.</summary>
/// <param name="DaysOverdueAtEnd">By how many days it was overdue when it was replaced; 0 if it was not.</param>
public sealed record ReplacedCommitment(Guid Id, string Title, int DaysOverdueAtEnd);

/// <param name="Share">Percent of the whole; null if unknown.</param>
public sealed record SupporterDetails(Guid OrganizationId, string OrganizationName, decimal? Share);

/// <summary>A calendar period for which a progress report is due.</summary>
public sealed record ReportingPeriodDetails(DateOnly From, DateOnly To, DateOnly DueOn, ReportingPeriodStatus Status, Guid? ReportId);
