using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>What is promised, as it is drafted or brought in. Codes are checked against the reference lists.</summary>
/// <param name="SdgTargets">At least one, e.g. 3.4.</param>
/// <param name="CountryCodes">Where; none means the country of the organization.</param>
public sealed record CommitmentTerms(
    string Title, string? Description, Pillar? Pillar, IReadOnlyList<Theme>? Themes, IReadOnlyList<string> SdgTargets, IReadOnlyList<string>? CountryCodes,
    DateOnly? StartDate, DateOnly DueDate, Measure? Measure, ReportingFrequency ReportingFrequency, IReadOnlyList<MilestoneTerms>? Milestones,
    Funding? Funding, CommitmentContext? Context);

/// <param name="Weight">Its share of the whole work, in any unit; only the proportion to the others counts. Above 0.</param>
/// <param name="Past">Only of one that is brought in.</param>
public sealed record MilestoneTerms(string Title, DateOnly DueDate, decimal Weight = 1, MilestonePast? Past = null);

/// <summary>What became of a milestone before it was brought in.</summary>
/// <param name="OriginalDueDate">The first promised date; null where it never moved.</param>
public sealed record MilestonePast(DateOnly? CompletedOn = null, DateOnly? OriginalDueDate = null, int TimesMoved = 0, DateOnly? DroppedOn = null);

/// <summary>What became of a commitment before it was brought in. It is said once, with the import, and no later file can say it differently.</summary>
/// <param name="OriginalDueDate">The first promised date; null where it never moved.</param>
/// <param name="ClosedOn">Of one that has ended, with <paramref name="ClosingNarrative"/>.</param>
public sealed record CommitmentPast(
    CommitmentStatus Status = CommitmentStatus.Active, DateOnly? OriginalDueDate = null, int TimesMoved = 0, DateOnly? ClosedOn = null,
    string? ClosingNarrative = null, string? ReturnReason = null)
{
    public bool HasEnded => Status is not (CommitmentStatus.Draft or CommitmentStatus.Submitted or CommitmentStatus.Active);
}
