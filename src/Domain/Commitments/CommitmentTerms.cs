using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>The content of a commitment that is drafted or imported. Codes are checked against the reference lists.</summary>
/// <param name="SdgTargets">E.g. 3.4; at least one once it is submitted.</param>
/// <param name="CountryCodes">Where it is carried out; none means the country of the organization.</param>
/// <param name="DueDate">Null for a draft that has none yet.</param>
public sealed record CommitmentTerms(
    string Title,
    string? Description,
    string? Pillar,
    IReadOnlyList<string>? Themes,
    IReadOnlyList<string> SdgTargets,
    IReadOnlyList<string>? CountryCodes,
    DateOnly? StartDate,
    DateOnly? DueDate,
    Measure? Measure,
    ReportingFrequency ReportingFrequency,
    IReadOnlyList<MilestoneTerms>? Milestones,
    Funding? Funding,
    CommitmentContext? Context
);

/// <param name="Weight">Its share of the work, in any unit; only the proportion to the other milestones counts. Above 0.</param>
/// <param name="Past">Only for one that is imported.</param>
/// <param name="Id">Of a milestone of the draft that is revised; null finds it by its title, or makes a new one.</param>
public sealed record MilestoneTerms(string Title, DateOnly DueDate, decimal Weight = 1, MilestonePast? Past = null, MilestoneId? Id = null);

/// <summary>The state of a milestone before it was imported.</summary>
/// <param name="OriginalDueDate">The first due date; null where it never moved.</param>
public sealed record MilestonePast(
    DateOnly? CompletedOn = null,
    DateOnly? OriginalDueDate = null,
    int TimesMoved = 0,
    DateOnly? DroppedOn = null
);

/// <summary>The state of a commitment before it was imported. It is taken from the first import; later files cannot change it.</summary>
/// <param name="OriginalDueDate">The first due date; null where it never moved.</param>
/// <param name="ClosedOn">Only for one that has ended; null where the day is not known.</param>
/// <param name="ClosingNarrative">Required for one that has ended.</param>
/// <param name="WasAccepted">False only for a draft or submission that was withdrawn or superseded.</param>
public sealed record CommitmentPast(
    CommitmentStatus Status = CommitmentStatus.Active,
    DateOnly? OriginalDueDate = null,
    int TimesMoved = 0,
    DateOnly? ClosedOn = null,
    string? ClosingNarrative = null,
    string? ReturnReason = null,
    bool WasAccepted = true
)
{
    /// <summary>Whether it was withdrawn or superseded after its due date, without a reviewed completion.</summary>
    public bool EndedOverdue(DateOnly? dueDate) =>
        WasAccepted && Status is CommitmentStatus.Withdrawn or CommitmentStatus.Superseded && ClosedOn > dueDate;

    public bool HasEnded => Status is not (CommitmentStatus.Draft or CommitmentStatus.Submitted or CommitmentStatus.Active);
}
