using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>The content of a commitment while it is drafted; the body of the requests that draft, revise and score.</summary>
public record CommitmentDraft
{
    public required string Title { get; init; }

    /// <summary>SDG targets, e.g. 3.4; at least one is needed to submit.</summary>
    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>Needed to submit.</summary>
    public DateOnly? DueDate { get; init; }

    public string? Description { get; init; }

    /// <summary>The code of a pillar, e.g. <c>advocacy</c>.</summary>
    public string? Pillar { get; init; }

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    /// <summary>ISO 3166-1 alpha-2 or alpha-3; if empty, the country of the organization is used, where it is known.</summary>
    public IReadOnlyList<string>? CountryCodes { get; init; }

    public DateOnly? StartDate { get; init; }

    public MeasureDraft? Measure { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    public IReadOnlyList<MilestoneDraft>? Milestones { get; init; }

    public FundingDraft? Funding { get; init; }

    /// <summary>Who benefits.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>The place, more precise than the country.</summary>
    public string? Place { get; init; }

    /// <summary>The cost, or contributions in kind.</summary>
    public string? Resources { get; init; }

    /// <summary>How much of the funding is secured.</summary>
    public string? FundingStatus { get; init; }

    /// <summary>Dependencies and risks.</summary>
    public string? Risks { get; init; }

    /// <summary>The stated need that the commitment answers, and whose need it is.</summary>
    public string? StatedNeed { get; init; }

    /// <summary>The content of a commitment as it is now.</summary>
    public static CommitmentDraft Of(CommitmentDetails found) =>
        new()
        {
            Title = found.Title,
            SdgTargets = found.SdgTargets,
            DueDate = found.DueDate,
            Description = found.Description,
            Pillar = found.Pillar,
            Themes = found.Themes,
            CountryCodes = found.CountryCodes,
            StartDate = found.StartDate,
            Measure = found.Measure is { } m
                ? new MeasureDraft(m.Indicator, m.Unit, m.Baseline, m.BaselineDate, m.Target, m.MeansOfVerification)
                : null,
            ReportingFrequency = found.ReportingFrequency,
            Milestones = [.. found.Milestones.Select(m => new MilestoneDraft(m.Title, m.DueDate, m.Weight, m.Id))],
            Funding = found.Funding is { } f ? new FundingDraft(f.Amount, f.Currency) : null,
            TargetGroup = found.TargetGroup,
            Place = found.Place,
            Resources = found.Resources,
            FundingStatus = found.FundingStatus,
            Risks = found.Risks,
            StatedNeed = found.StatedNeed,
        };

    public CommitmentTerms ToTerms() =>
        new(
            Title,
            Description,
            Pillar,
            Themes,
            SdgTargets,
            CountryCodes,
            StartDate,
            DueDate,
            Measure is { } m ? new Measure(m.Indicator, m.Unit, m.Baseline, m.BaselineDate, m.Target, m.MeansOfVerification) : null,
            ReportingFrequency,
            [
                .. (Milestones ?? []).Select(m => new MilestoneTerms(
                    m.Title,
                    m.DueDate,
                    m.Weight,
                    Id: m.Id is { } id ? new MilestoneId(id) : null
                )),
            ],
            Funding is { } f ? new Funding(f.Amount, f.Currency) : null,
            new CommitmentContext(TargetGroup, Place, Resources, FundingStatus, Risks, StatedNeed)
        );
}
