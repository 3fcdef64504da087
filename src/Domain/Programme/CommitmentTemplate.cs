namespace PartnershipTracker.Domain.Programme;

/// <summary>
/// What a draft can start from: a kind of work within a pillar, with a measure and milestones. Its words are text resources.
/// </summary>
/// <param name="Code">Stable, in camelCase.</param>
/// <param name="Pillar">The code of the pillar.</param>
/// <param name="Months">How long such work takes, from its start to its due date.</param>
public sealed record CommitmentTemplate(string Code, string Pillar, int Months)
{
    /// <summary>The number of milestones, which are spread evenly; the last one is on the due date.</summary>
    public const int Milestones = 3;

    /// <summary>The product's own list: three kinds of work for each pillar that every installation begins with.</summary>
    public static readonly IReadOnlyList<CommitmentTemplate> All =
    [
        new("awarenessCampaign", PillarCodes.Advocacy, 12),
        new("policyEngagement", PillarCodes.Advocacy, 18),
        new("accountabilityAction", PillarCodes.Advocacy, 12),
        new("training", PillarCodes.CapacityStrengthening, 12),
        new("workshop", PillarCodes.CapacityStrengthening, 6),
        new("mentorship", PillarCodes.CapacityStrengthening, 12),
        new("research", PillarCodes.KnowledgeGenerationAndSharing, 24),
        new("educationalResource", PillarCodes.KnowledgeGenerationAndSharing, 12),
        new("facilitatedDiscussion", PillarCodes.KnowledgeGenerationAndSharing, 6),
    ];

    /// <returns>Null if there is no such template.</returns>
    public static CommitmentTemplate? Find(string? code) => All.FirstOrDefault(template => template.Code == code);

    /// <summary>The days of the milestones.</summary>
    /// <param name="due">Not before the start.</param>
    public static IEnumerable<DateOnly> Spread(DateOnly start, DateOnly due) =>
        Enumerable.Range(1, Milestones).Select(n => start.AddDays((int)((long)(due.DayNumber - start.DayNumber) * n / Milestones)));
}
