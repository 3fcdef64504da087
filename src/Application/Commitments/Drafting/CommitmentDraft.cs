using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What is said of a commitment while it is drafted; the body of the requests that draft, revise and score.</summary>
public record CommitmentDraft
{
    public required string Title { get; init; }

    /// <summary>SDG targets, e.g. 3.4; at least one.</summary>
    public required IReadOnlyList<string> SdgTargets { get; init; }

    public required DateOnly DueDate { get; init; }

    public string? Description { get; init; }

    public Pillar? Pillar { get; init; }

    public IReadOnlyList<Theme>? Themes { get; init; }

    /// <summary>ISO 3166-1 alpha-2 or alpha-3; none means the country of the organization.</summary>
    public IReadOnlyList<string>? CountryCodes { get; init; }

    public DateOnly? StartDate { get; init; }

    public MeasureDraft? Measure { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    public IReadOnlyList<MilestoneDraft>? Milestones { get; init; }

    public FundingDraft? Funding { get; init; }

    /// <summary>For whom.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Where, more closely than by country.</summary>
    public string? Place { get; init; }

    /// <summary>What it costs, or what is given in kind.</summary>
    public string? Resources { get; init; }

    /// <summary>How far the money is there.</summary>
    public string? FundingStatus { get; init; }

    /// <summary>What it depends on, and what may go wrong.</summary>
    public string? Risks { get; init; }

    /// <summary>Whose stated need it answers.</summary>
    public string? StatedNeed { get; init; }

    public CommitmentTerms ToTerms() => new(
        Title, Description, Pillar, Themes, SdgTargets, CountryCodes, StartDate, DueDate,
        Measure is { } m ? new Measure(m.Indicator, m.Unit, m.Baseline, m.BaselineDate, m.Target, m.MeansOfVerification) : null,
        ReportingFrequency, [.. (Milestones ?? []).Select(m => new MilestoneTerms(m.Title, m.DueDate, m.Weight))],
        Funding is { } f ? new Funding(f.Amount, f.Currency) : null,
        new CommitmentContext(TargetGroup, Place, Resources, FundingStatus, Risks, StatedNeed));
}
