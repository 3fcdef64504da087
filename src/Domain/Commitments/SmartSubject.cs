namespace PartnershipTracker.Domain.Commitments;

/// <summary>The facts about a commitment that the SMART rubric scores.</summary>
public sealed record SmartSubject
{
    public required string Title { get; init; }

    public required string? Description { get; init; }

    /// <summary>Whether its organization has a contact.</summary>
    public required bool HasContact { get; init; }

    public required Measure? Measure { get; init; }

    public required Funding? Funding { get; init; }

    public required CommitmentContext Context { get; init; }

    public required string? Pillar { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Whether it names a country itself, instead of having that of its organization.</summary>
    public required bool StatesCountry { get; init; }

    public required DateOnly? StartDate { get; init; }

    /// <summary>Whether it has a milestone that was not removed.</summary>
    public required bool HasMilestone { get; init; }

    public required bool HasSdgTarget { get; init; }

    public required bool HasDueDate { get; init; }

    /// <summary>A commitment that is not saved yet.</summary>
    /// <param name="hasContact">Whether its organization has a contact.</param>
    public static SmartSubject Of(CommitmentTerms terms, bool hasContact) =>
        new()
        {
            Title = terms.Title,
            Description = terms.Description,
            HasContact = hasContact,
            Measure = terms.Measure,
            Funding = terms.Funding,
            Context = terms.Context ?? new CommitmentContext(),
            Pillar = terms.Pillar,
            Themes = terms.Themes ?? [],
            StatesCountry = terms.CountryCodes is { Count: > 0 },
            StartDate = terms.StartDate,
            HasMilestone = terms.Milestones is { Count: > 0 },
            HasSdgTarget = terms.SdgTargets.Count > 0,
            HasDueDate = terms.DueDate is not null,
        };
}
