using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>How often the partner commitments to report.</summary>
public enum ReportingFrequency
{
    None,
    Monthly,
    Quarterly,
    Semiannual,
    Annual,
}

/// <summary>How a commitment ended, in the words of whoever closes it.</summary>
public enum ClosingOutcome
{
    Completed,
    PartlyCompleted,
    NotCompleted,
}

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

/// <summary>How the commitment is measured. Every part may be unknown.</summary>
public sealed record Measure(string? Indicator, string? Unit, decimal? Baseline, DateOnly? BaselineDate, decimal? Target, string? MeansOfVerification);

/// <param name="Currency">ISO 4217.</param>
/// <param name="Paid">What has been paid so far, in the same currency; null when nobody has said.</param>
public sealed record Funding(decimal Amount, string Currency, decimal? Paid = null);

/// <summary>What else makes a commitment clear: for whom, where, with what.</summary>
public sealed record CommitmentContext(
    string? TargetGroup = null, string? Place = null, string? Resources = null, string? FundingStatus = null, string? Risks = null, string? StatedNeed = null);

/// <summary>An SDG target the commitment serves; a row, so that it can be searched and counted.</summary>
public sealed class CommitmentTarget : Entity
{
    internal CommitmentTarget(CommitmentId commitmentId, string code, int goal)
    {
        (CommitmentId, Code, Goal) = (commitmentId, code, goal);
    }

    public CommitmentId CommitmentId { get; private set; }

    public string Code { get; private set; }

    public int Goal { get; private set; }
}

/// <summary>A country the commitment is carried out in; a row, so that it can be searched and counted.</summary>
public sealed class CommitmentCountry : Entity
{
    internal CommitmentCountry(CommitmentId commitmentId, string code, bool isStated)
    {
        (CommitmentId, Code, IsStated) = (commitmentId, code, isStated);
    }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Code { get; private set; }

    /// <summary>False where the commitment names no country and the organization's stands in for it.</summary>
    public bool IsStated { get; private set; }
}
