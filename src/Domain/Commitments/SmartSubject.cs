
namespace PartnershipTracker.Domain.Commitments;

/// <summary>The facts about a commitment that the SMART rubric scores.</summary>
public sealed record SmartSubject(
    string Title,
    string? Description,
    bool HasContact,
    Measure? Measure,
    Funding? Funding,
    CommitmentContext Context,
    string? Pillar,
    IReadOnlyCollection<string> Themes,
    bool StatesCountry,
    DateOnly? StartDate,
    bool HasMilestone,
    bool HasSdgTarget,
    bool HasDueDate
)
{
    /// <summary>A commitment that is not saved yet.</summary>
    /// <param name="hasContact">Whether its organization has a contact.</param>
    public static SmartSubject Of(CommitmentTerms terms, bool hasContact) =>
        new(
            terms.Title,
            terms.Description,
            hasContact,
            terms.Measure,
            terms.Funding,
            terms.Context ?? new CommitmentContext(),
            terms.Pillar,
            terms.Themes ?? [],
            terms.CountryCodes is { Count: > 0 },
            terms.StartDate,
            terms.Milestones is { Count: > 0 },
            terms.SdgTargets.Count > 0,
            terms.DueDate is not null
        );
}
